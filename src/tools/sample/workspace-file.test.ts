import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../contract/run.ts';
import { slimRun } from './slim-run.ts';
import { workspaceBytes, workspaceLines } from './workspace-file.ts';

test('a run keeps what a person can look at and leaves what is worked out again', () => {
  const run: JsonObject = {
    id: 'a',
    inputs: {},
    outputs: { x: null },
    error: null,
    tags: [],
    events: [{ name: 'start' }],
    app_path: '/o/x',
    parent_run_ids: ['b'],
    in_dataset: false,
    total_tokens: 0,
    serialized: { kwargs: 'x'.repeat(700) },
  };
  expect(slimRun(run)).toEqual({
    id: 'a',
    inputs: {},
    outputs: { x: null },
    events: [{ name: 'start' }],
    total_tokens: 0,
  });
  expect(slimRun({ id: 'a', serialized: { id: ['short'] }, in_dataset: true })).toEqual({
    id: 'a',
    serialized: { id: ['short'] },
    in_dataset: true,
  });
});

const unit = {
  key: 'trace t',
  projectId: 'p',
  lastStart: '',
  bytes: 1,
  features: new Set<string>(),
  runs: [
    { id: 'child', dotted_order: 'r.c', session_id: 'p' },
    { id: 'root', dotted_order: 'r', session_id: 'p' },
  ],
};
const attachment = { run_id: 'root', name: 'n', mime_type: 'text/plain', base64: '' };

test('projects come first, roots before children, and nothing about runs that were left out', () => {
  const lines = workspaceLines({
    projects: [
      { id: 'p', name: 'in', run_count: 3 },
      { id: 'q', name: 'out' },
    ],
    units: [unit],
    feedback: [
      { id: 'f1', run_id: 'child', score: null },
      { id: 'f2', run_id: 'other' },
      { id: 'f3', run_id: null, session_id: 'p' },
    ],
    attachments: [attachment, { ...attachment, run_id: 'other' }],
  });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { project: { id: 'p', name: 'in' } },
    { id: 'root', dotted_order: 'r', session_id: 'p' },
    { id: 'child', dotted_order: 'r.c', session_id: 'p' },
    { feedback: { id: 'f1', run_id: 'child' } },
    { feedback: { id: 'f3', session_id: 'p' } },
    { attachment },
  ]);
});

test('the same lines give the same bytes, which name neither time nor machine', () => {
  const bytes = workspaceBytes(['{}', '{"lone":"\\ud800"}']);
  expect(workspaceBytes(['{}', '{"lone":"\\ud800"}'])).toEqual(bytes);
  expect([...bytes.subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255]);
  expect(gunzipSync(bytes).toString()).toBe('{}\n{"lone":"\\ud800"}\n');
});
