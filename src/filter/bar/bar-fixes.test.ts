import { expect, test } from 'vitest';
import { applyEdits } from '../text-edit.ts';
import { barFixes } from './bar-fixes.ts';
import { checkBar } from './check-bar.ts';
import { parseBar } from './parse-bar.ts';

const fixed = (text: string) =>
  checkBar(parseBar(text).tree).flatMap((problem) =>
    barFixes(text, problem).map(({ edits }) => applyEdits(text, edits)),
  );

test.each([
  ['latency:>2m', ['latency:>120']],
  ['latency:>500ms', ['latency:>0.5']],
  ['status:error latency:[1s TO 2m]', ['status:error latency:[1 TO 2m]', 'status:error latency:[1s TO 120]']],
  ['total_tokens:>1,000', ['total_tokens:>1000']],
  ['statu:error', ['status:error']],
  ['status:eror', ['status:error']],
  ['-error:*', ['-status:error']],
  ['latency:>long', []],
  ['total_tokens:>2m', []],
  ['zzzzzz:x', []],
])('%s can become %j', (text, expected) => {
  expect(fixed(text)).toEqual(expected);
});
