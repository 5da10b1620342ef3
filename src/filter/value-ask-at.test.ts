import { expect, test } from 'vitest';
import { completions } from './complete.ts';
import type { LiveSource } from './live-values.ts';
import { valueAskAt } from './value-ask-at.ts';

test.each([
  ['eq(name, |)', { kind: 'names', prefix: '' }],
  ['eq(name, "Ag|ent")', { kind: 'names', prefix: 'Ag' }],
  ['eq(name, "a\\"b|', { kind: 'names', prefix: 'a"b' }],
  ['like(name, "%Ag|%")', { kind: 'names', prefix: 'Ag' }],
  ['has(tags, |)', { kind: 'tags', prefix: '' }],
  ['in(run_type, [l|])', { kind: 'run-types', prefix: 'l' }],
  ['eq(status, "|")', { kind: 'statuses', prefix: '' }],
  ['eq(metadata_key, "|")', { kind: 'metadata-keys', prefix: '' }],
  ['exists(metadata, "|")', { kind: 'metadata-keys', prefix: '' }],
  [
    'and(eq(metadata_key, "env"), eq(metadata_value, |))',
    { kind: 'metadata-values', key: 'env', prefix: '' },
  ],
  [
    'and(eq(metadata_value, |), eq(metadata_key, "env"))',
    { kind: 'metadata-values', key: 'env', prefix: '' },
  ],
  ['eq(metadata.env, |)', { kind: 'metadata-values', key: 'env', prefix: '' }],
  ['eq(metadata_value, |)', { kind: 'metadata-values', prefix: '' }],
  ['and(eq(metadata_key, "ls_model_name"), eq(metadata_value, "gpt|"))', { kind: 'models', prefix: 'gpt' }],
  ['and(eq(feedback_key, "c"), eq(feedback_value, |))', { kind: 'feedback-values', key: 'c', prefix: '' }],
  ['eq(thread_id, |)', { kind: 'threads', prefix: '' }],
  ['eq(input_key, |)', { kind: 'input-keys', prefix: '' }],
])('%s', (sketch, ask) => {
  expect(valueAskAt(sketch.replace('|', ''), sketch.indexOf('|'))).toEqual(ask);
});

test.each([
  '|',
  'eq(|)',
  'gt(latency, |)',
  'has(metadata, "|")',
  'search("|")',
  'eq(nope, |)',
  'eq(name, "a")|',
])('nothing to ask at %s', (sketch) =>
  expect(valueAskAt(sketch.replace('|', ''), sketch.indexOf('|'))).toBeUndefined(),
);

test('what a source answers is offered where it was asked for', async () => {
  const source: LiveSource = async ({ kind, key }, signal) => {
    const values = kind === 'metadata-values' && key === 'env' && !signal?.aborted ? ['prod', 7] : [];
    return { values: values.map((value) => ({ value })), origin: 'in 2 runs', complete: true };
  };
  const text = 'and(eq(metadata_key, "env"), eq(metadata_value, ))';
  const offset = text.length - 2;
  const live = await source(valueAskAt(text, offset)!, { aborted: false });
  const labels = completions(text, offset, { live }).items.map(({ label }) => label);
  expect(labels.slice(0, 2)).toEqual(['"prod"', '7']);
});
