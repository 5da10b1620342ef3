import { expect, test } from 'vitest';
import type { Run, RunPayload } from '../contract/run.ts';
import { runAsJson } from './run-as-json.ts';

const run: Run = {
  id: 'r',
  traceId: 't',
  projectId: 'p',
  isRoot: true,
  name: 'agent',
  runType: 'chain',
  status: 'success',
  startTime: Date.UTC(2026, 10, 21) + 0.001,
  tags: ['a'],
  feedback: {},
  totalCost: 0,
  shareToken: 'secret token',
};
const payload: RunPayload = {
  id: 'r',
  inputs: { question: 'why' },
  extra: { metadata: { env: 'prod' } },
  events: [{ name: 'new_token', time: run.startTime }],
  attachments: [{ name: 'picture', url: 'https://host.example/signed', mimeType: 'image/png' }],
};

test('it speaks the words of the API, and says nothing that was not said', () => {
  const json = runAsJson(run, payload);
  expect(json).toMatchObject({
    run_type: 'chain',
    start_time: '2026-11-21T00:00:00.000001Z',
    session_id: 'p',
    total_cost: 0,
    inputs: { question: 'why' },
    extra: { metadata: { env: 'prod' } },
    events: [{ name: 'new_token', time: '2026-11-21T00:00:00.000001Z' }],
  });
  expect(json).not.toHaveProperty('end_time');
  expect(Object.values(json)).not.toContain(undefined);
});

test('what opens doors is not in it', () => {
  const text = JSON.stringify(runAsJson(run, payload));
  expect(text).not.toContain('secret token');
  expect(text).not.toContain('signed');
});
