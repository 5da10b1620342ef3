/** The committed sample workspace keeps its promises: what the README says is in it, is in it. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../contract/run.ts';
import { objectOf, textOf } from './json-fields.ts';

const bytes = readFileSync(new URL('../../../public/sample/workspace.jsonl.gz', import.meta.url));
const lines = gunzipSync(bytes)
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as JsonObject);
const runs = lines.filter((line) => typeof line.id === 'string');
const sizes = new Map<unknown, number>();
for (const run of runs) sizes.set(run.trace_id, (sizes.get(run.trace_id) ?? 0) + 1);

test('it is small enough to be fetched at once', () => {
  expect(bytes.length).toBeLessThan(3_000_000);
});

test('no trace is cut: every parent is there', () => {
  const ids = new Set(runs.map((run) => run.id));
  expect(runs.filter((run) => run.parent_run_id && !ids.has(run.parent_run_id))).toEqual([]);
});

test('it holds several projects, a wide and a deep trace, failures and unfinished runs', () => {
  expect(lines.filter((line) => line.project).length).toBeGreaterThanOrEqual(10);
  expect(Math.max(...sizes.values())).toBe(2001);
  expect(Math.max(...runs.map((run) => textOf(run.dotted_order).split('.').length))).toBe(60);
  expect(runs.filter((run) => run.status === 'error').length).toBeGreaterThan(100);
  expect(runs.filter((run) => !run.end_time).length).toBeGreaterThan(5);
});

test.each(['thread_id', 'session_id', 'conversation_id'])('it holds threads keyed by %s', (key) => {
  const metadata = (run: JsonObject) => objectOf(objectOf(run.extra).metadata);
  expect(runs.some((run) => !run.parent_run_id && metadata(run)[key] !== undefined)).toBe(true);
});

test('feedback and attachments hang on runs that are there', () => {
  const ids = new Set(runs.map((run) => run.id));
  const about = lines.flatMap((line) => line.feedback ?? line.attachment ?? []) as JsonObject[];
  expect(about.length).toBeGreaterThan(300);
  expect(about.filter((one) => one.run_id && !ids.has(one.run_id))).toEqual([]);
});

test('it tells nothing about the machine it was recorded on', () => {
  const text = gunzipSync(bytes).toString('utf8');
  expect(text).not.toMatch(/\/(?:home|root|Users|work|tmp)\/[a-z]/);
  expect(text).not.toMatch(/lsv2_(?:pt|sk)_[0-9a-f]{8}/);
});
