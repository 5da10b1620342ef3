import { expect, test } from 'vitest';
import { filterToBar } from './filter-to-bar.ts';

test.each([
  ['eq(status, "error")', 'status:error'],
  ['neq(name, "a b")', '-name:"a b"'],
  ['like(name, "%ab%")', 'name:*ab*'],
  ['has(tags, "env:prod")', 'tags:"env:prod"'],
  ['in(run_type, ["llm", "tool"])', 'run_type:llm OR run_type:tool'],
  [
    'and(eq(status, "error"), in(run_type, ["llm", "tool"]))',
    'status:error AND (run_type:llm OR run_type:tool)',
  ],
  ['gt(latency, "5s")', 'latency:>5'],
  ['and(gte(latency, 1), lt(latency, 2))', 'latency:[1 TO 2}'],
  ['and(eq(metadata_key, "n"), gte(metadata_value, 1), lte(metadata_value, 2))', 'metadata.n:[1 TO 2]'],
  ['eq(is_root, true)', '-parent_run_id:*'],
  ['neq(error, null)', 'status:error'],
  ['and(eq(metadata_key, "v"), eq(metadata_value, "3"))', 'metadata.v:"3"'],
  ['and(eq(metadata_key, "v"), eq(metadata_value, 3))', 'metadata.v:3'],
  ['eq(metadata.env, "prod")', 'metadata.env:prod'],
  ['neq(metadata.env, "prod")', '-metadata.env:prod'],
  ['exists(metadata, "env")', 'metadata.env:*'],
  ['has(metadata, \'{"a": "b", "n": 1}\')', 'metadata.a:b AND metadata.n:1'],
  [
    'and(in(metadata_key, ["session_id", "thread_id"]), eq(metadata_value, "t"))',
    'metadata.session_id:t OR metadata.thread_id:t',
  ],
  ['search("image classification")', 'image AND classification'],
  ['search("or")', '"or"'],
  ['like(inputs, "order refund")', 'input:~"order refund"'],
  ['like(metadata_value, "%x%")', 'metadata:~x'],
  ['not(or(eq(name, "a"), eq(name, "b")))', 'NOT (name:a OR name:b)'],
  [
    'and(eq(feedback_key, "c"), gt(feedback_score, 0.5), eq(feedback_value, "pass"))',
    'feedback:{c.score:>0.5 AND c.value:pass}',
  ],
  ['and(eq(feedback_key, "c.d"), gte(feedback_score, 1))', 'feedback."c.d".score:>=1'],
  [
    'or(neq(metadata_key, "env"), and(eq(metadata_key, "env"), neq(metadata_value, "prod")))',
    '-metadata.env:prod',
  ],
  ['  ', ''],
])('%s', (filter, bar) => {
  expect(filterToBar(filter)).toMatchObject({ bar, untranslated: [] });
});

test.each([
  [
    'and(eq(name, "a"), gt(start_time, "2026-01-01"))',
    'name:a',
    'gt(start_time, "2026-01-01")',
    'time range',
  ],
  ['and(eq(name, "a"), eq(session_id, "s"))', 'name:a', 'eq(session_id, "s")', 'no field'],
  ['and(eq(name, "a"), eq(metadata_value, "x"))', 'name:a', 'eq(metadata_value, "x")', 'by their key'],
  ['and(eq(name, "a"), like(metadata_key, "x%"))', 'name:a', 'like(metadata_key, "x%")', 'one key'],
  ['and(eq(name, "a"), gt(first_token_time, 1))', 'name:a', 'gt(first_token_time, 1)', 'moment'],
  ['and(eq(name, "a"), like(name, "b"))', 'name:a', 'like(name, "b")', 'letter case'],
  ['and(eq(name, "a"), eq(latency, "soon"))', 'name:a', 'eq(latency, "soon")', 'duration'],
  ['and(eq(name, "a"), eq(colour, "red"))', 'name:a', 'eq(colour, "red")', 'colour'],
])('%s leaves out what the bar cannot say, by name', (filter, bar, text, reason) => {
  expect(filterToBar(filter)).toMatchObject({
    bar,
    untranslated: [{ text, reason: expect.stringContaining(reason) as string }],
  });
});

test('a denial falls as a whole when a part of it cannot be said', () => {
  const found = filterToBar('and(eq(name, "a"), not(and(eq(name, "b"), gt(start_time, "2026-01-01"))))');
  expect(found.bar).toBe('name:a');
  expect(found.untranslated).toHaveLength(2);
});

test('a filter that cannot be read is told, not guessed', () => {
  const found = filterToBar('and(eq(name, "a"), nonsense');
  expect(found.bar).toBe('name:a');
  expect(found.untranslated.length).toBeGreaterThan(0);
});
