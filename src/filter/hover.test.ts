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
  ['eq(run_ty|pe', 'run_type', 'Seen to work on LangSmith'],
  ['gt(total_to|kens, 5)', 'total_tokens', 'number of tokens'],
  ['gt(total_tokens, 50|00)', '5000', '5,000 tokens'],
  ['gt(latency, |5)', '5', '5 seconds'],
  ['eq(sta|tus, 1)', 'status', 'nobody has shown in on it'],
  ['eq(metadata_va|lue, 1)', 'metadata_value', 'longer than 250 characters'],
  ['eq(metadata_k|ey, "a")', 'metadata_key', '100 keys'],
  ['like(inp|uts, "a")', 'inputs', 'first 250 characters'],
  ['sea|rch("a")', 'search', '2 to 44 letters'],
  ['search("the ref|und")', '"the refund"', 'LangSmith does not index "the"'],
  ['h|as(tags, "a")', 'has', 'Fields: tags, metadata'],
  ['n|ot(eq(name, "a"))', 'not', 'Write neq'],
])('%s', (sketch, covered, sentence) => {
  const text = sketch.replace('|', '');
  const hover = hoverAt(text, sketch.indexOf('|'))!;
  expect(text.slice(hover.from, hover.to)).toBe(covered);
  expect(hover.lines.join('\n')).toContain(sentence);
});

test.each(['|', 'eq|(name, "a")', 'eq(name, "|a")', 'eq(no|pe, 1)', 'eq(name, |5)'])(
  'nothing at %s',
  (sketch) => {
    expect(hoverAt(sketch.replace('|', ''), sketch.indexOf('|'))).toBeUndefined();
  },
);
