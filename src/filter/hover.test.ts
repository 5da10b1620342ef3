import { expect, test } from 'vitest';
import { hoverAt } from './hover.ts';

test.each([
  ['e|q(name, "a")', 'eq', 'eq(field, value)'],
  ['eq(na|me, "a")', 'name', 'Name of the run'],
  ['neq(er|ror, null)', 'error', 'write eq(status, "error")'],
  ['neq(error, n|ull)', 'null', 'missing'],
  [
    'gt(start_time, "2026-01-3|1T13:00:00+01:00")',
    '"2026-01-31T13:00:00+01:00"',
    '2026-01-31T12:00:00.000Z (UTC)',
  ],
  ['gt(start_time, "202|6-99")', '"2026-99"', 'Not a possible time'],
  ['gt(latency, "2|m")', '"2m"', '120 seconds'],
  ['eq(metadata.us|er, 1)', 'metadata.user', 'metadata value'],
  ['cont|ains(name, "a")', 'contains', 'There is no function'],
  ['eq(run_ty|pe', 'run_type', 'llm'],
])('%s', (sketch, covered, sentence) => {
  const text = sketch.replace('|', '');
  const hover = hoverAt(text, sketch.indexOf('|'))!;
  expect(text.slice(hover.from, hover.to)).toBe(covered);
  expect(hover.lines.join('\n')).toContain(sentence);
});

test.each(['|', 'eq|(name, "a")', 'eq(name, "|a")', 'eq(no|pe, 1)', 'eq(latency, |5)'])(
  'nothing at %s',
  (sketch) => {
    expect(hoverAt(sketch.replace('|', ''), sketch.indexOf('|'))).toBeUndefined();
  },
);
