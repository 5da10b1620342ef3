import { expect, test } from 'vitest';
import { barLanguage } from './bar-language.ts';

const language = barLanguage('run');

test.each([
  ['status:error', []],
  ['nobody:x', ['error unknown-field']],
  ['status:error NOT refund', ['warning not-asked']],
  ['name:doc*', ['info said-differently']],
])('%s', (text, expected) => {
  expect(language.diagnose(text).map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected);
});

test('what is not asked is named', () => {
  const [problem] = language.diagnose('status:error -refund');
  expect(problem?.message).toMatch(/^“refund” is not asked\. /);
});

test('the word at the caret is spared', () => {
  const problems = language.diagnose('nobody:x');
  expect(language.spare('nobody:x', 3, problems)).toEqual([]);
  expect(language.spare('nobody:x', 20, problems)).toEqual(problems);
});
