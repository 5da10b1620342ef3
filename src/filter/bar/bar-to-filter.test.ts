import { expect, test } from 'vitest';
import { barToFilter } from './bar-to-filter.ts';

/** Documented queries first (FILTER-LANGUAGE §13), then what they leave open. */
test.each([
  ['status:error', 'eq(status, "error")'],
  ['-status:success', 'neq(status, "success")'],
  ['NOT status:success', 'neq(status, "success")'],
  ['name:a', 'eq(name, "a")'],
  ['name:a*', 'like(name, "a%")'],
  ['name:*ab*', 'like(name, "%ab%")'],
  ['name:"docs*"', 'eq(name, "docs*")'],
  ['name:docs\\ agent', 'eq(name, "docs agent")'],
  ['name:docs agent', 'and(eq(name, "docs"), search("agent"))'],
  ['tags:"env:prod"', 'has(tags, "env:prod")'],
  ['tags:env*', 'like(tags, "env%")'],
  ['latency:>10', 'gt(latency, 10)'],
  ['latency:[1 TO 2}', 'and(gte(latency, 1), lt(latency, 2))'],
  ['latency:{1 to 2]', 'and(gt(latency, 1), lte(latency, 2))'],
  ['-latency:>10', 'or(lte(latency, 10), eq(latency, null))'],
  ['metadata.env:prod', 'and(eq(metadata_key, "env"), eq(metadata_value, "prod"))'],
  ['metadata.env:*', 'eq(metadata_key, "env")'],
  ['-metadata.env:*', 'neq(metadata_key, "env")'],
  ['metadata."my.key":x', 'and(eq(metadata_key, "my.key"), eq(metadata_value, "x"))'],
  ['metadata.config.temperature:0.7', 'and(eq(metadata_key, "config.temperature"), eq(metadata_value, 0.7))'],
  ['metadata.version:"3"', 'and(eq(metadata_key, "version"), eq(metadata_value, "3"))'],
  ['metadata.account:007', 'and(eq(metadata_key, "account"), eq(metadata_value, "007"))'],
  ['metadata.retries:>=3', 'and(eq(metadata_key, "retries"), gte(metadata_value, 3))'],
  ['input.user_id:abc', 'and(eq(input_key, "user_id"), eq(input_value, "abc"))'],
  ['input:~"order refund"', 'like(inputs, "order refund")'],
  ['-output:~refund', 'notlike(outputs, "refund")'],
  ['error:~timeout', 'like(error, "%timeout%")'],
  ['feedback.c.score:<0.5', 'and(eq(feedback_key, "c"), lt(feedback_score, 0.5))'],
  ['feedback.c.value:pass', 'and(eq(feedback_key, "c"), eq(feedback_value, "pass"))'],
  [
    'feedback.quality.comment:~helpful',
    'and(eq(feedback_key, "quality"), like(feedback_comment, "%helpful%"))',
  ],
  ['feedback.c:*', 'eq(feedback_key, "c")'],
  ['-feedback.c:*', 'neq(feedback_key, "c")'],
  ['feedback:{correctness.score:>0.5}', 'and(eq(feedback_key, "correctness"), gt(feedback_score, 0.5))'],
  [
    'feedback:{c.score:>0.5 AND c.value:pass}',
    'and(eq(feedback_key, "c"), gt(feedback_score, 0.5), eq(feedback_value, "pass"))',
  ],
  ['"capital of France"', 'search("capital of France")'],
  [
    'status:error OR run_type:llm latency:>1',
    'or(eq(status, "error"), and(eq(run_type, "llm"), gt(latency, 1)))',
  ],
  [
    '(status:error or status:pending) run_type:llm',
    'and(or(eq(status, "error"), eq(status, "pending")), eq(run_type, "llm"))',
  ],
  ['-(status:error OR run_type:llm)', 'and(neq(status, "error"), neq(run_type, "llm"))'],
  ['parent_run_id:*', 'eq(is_root, false)'],
  ['metadata.a:* metadata.b:*', 'and(and(eq(metadata_key, "a")), and(eq(metadata_key, "b")))'],
  ['metadata.env:* -metadata.env:prod', 'and(eq(metadata_key, "env"), neq(metadata_value, "prod"))'],
  [
    '-metadata.env:prod',
    'or(neq(metadata_key, "env"), and(eq(metadata_key, "env"), neq(metadata_value, "prod")))',
  ],
  ['', ''],
])('%s', (bar, filter) => {
  expect(barToFilter(bar)).toMatchObject({ filter, untranslated: [], problems: [] });
});

test.each([
  ['-tags:beta status:error', 'eq(status, "error")', '-tags:beta', 'absence of a tag'],
  ['attachments:* name:a', 'eq(name, "a")', 'attachments:*', 'no counterpart'],
  ['ls_user_id:u name:a', 'eq(name, "a")', 'ls_user_id:u', 'no counterpart'],
  ['first_token_time:>3 name:a', 'eq(name, "a")', 'first_token_time:>3', 'moment'],
  [
    'prompt_token_details.cache_read:>3 name:a',
    'eq(name, "a")',
    'prompt_token_details.cache_read:>3',
    'no counterpart',
  ],
  ['feedback:* name:a', 'eq(name, "a")', 'feedback:*', 'by its key'],
  ['-refund name:a', 'eq(name, "a")', '-refund', 'without a word'],
  ['name:5%* status:error', 'eq(status, "error")', 'name:5%*', '% stands for'],
  ['-metadata.n:>3 name:a', 'eq(name, "a")', '-metadata.n:>3', 'cannot deny'],
  ['name:a NOT tags:x', 'eq(name, "a")', 'NOT tags:x', 'absence'],
  ['colour:red name:a', 'eq(name, "a")', 'colour:red', 'no field'],
  ['feedback.c:0.5 name:a', 'eq(name, "a")', 'feedback.c:0.5', 'Name a part'],
  ['name:a latency:[1 TO *]', 'eq(name, "a")', ':[1 TO *]', 'open end'],
])('%s leaves out what cannot be said, by name', (bar, filter, text, reason) => {
  const found = barToFilter(bar);
  expect(found.filter).toBe(filter);
  expect(found.untranslated).toMatchObject([{ text, reason: expect.stringContaining(reason) as string }]);
  const { from, to } = found.untranslated[0]!;
  expect(bar.slice(from, to)).toBe(text);
});

test('an alternative that cannot be said takes the whole alternative with it', () => {
  const found = barToFilter('name:a (status:error OR -tags:x)');
  expect(found.filter).toBe('eq(name, "a")');
  expect(found.untranslated.map(({ text }) => text)).toEqual(['status:error OR -tags:x', '-tags:x']);
});

test.each([
  ['-metadata.env:prod', 'list'],
  ['metadata.n:3', 'for the text write "3"'],
  ['"order refund"', 'any order'],
  ['name:a*', 'letter case'],
  ['input:~refund', 'index'],
  ['metadata.env:pro*', 'no wildcards for JSON keys'],
  ['-feedback.c.score:>1', 'several feedbacks'],
])('%s is said with a difference, which is told', (bar, reason) => {
  expect(
    barToFilter(bar)
      .notes.map((note) => note.reason)
      .join(' '),
  ).toContain(reason);
});

test('threads have fields of their own', () => {
  expect(barToFilter('turn_count:>20 total_cost:>0.5', 'thread')).toMatchObject({
    filter: 'and(gt(turn_count, 20), gt(total_cost, 0.5))',
    untranslated: [],
  });
  expect(barToFilter('name:a refund metadata.k:v turn_count:>2', 'thread')).toMatchObject({
    filter: 'gt(turn_count, 2)',
    untranslated: [{ text: 'name:a' }, { text: 'refund' }, { text: 'metadata.k:v' }],
  });
});
