/** What the form shows before a download starts is what the file will hold. */
import { beforeAll, expect, test } from 'vitest';
import { createApi } from '../../../api/create-api.ts';
import type { JsonObject } from '../../../contract/run.ts';
import { createEngine, type Engine } from '../../../engine/create-engine.ts';
import { spec } from '../../../extract/cases/spec.ts';
import type { ExtractSource } from '../../../extract/spec.ts';
import { generateRuns } from '../../../testing/generate-runs.ts';
import { previewOf } from './preview.ts';
import { readSample } from './sample.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const PROJECT = '00000000-0000-4000-8000-0000000000a1';
const lines = [...generateRuns({ runs: 1200, newest: NOW - 3_600_000, projectId: PROJECT })];
const signal = new AbortController().signal;

let engine: Engine;
beforeAll(async () => {
  engine = createEngine({ now: () => NOW });
  await engine.load(new TextEncoder().encode(lines.map((line) => JSON.stringify(line)).join('\n')), {
    name: 'runs.jsonl',
  });
  const rate = (run: JsonObject) =>
    engine.fetch(
      new Request('http://engine.example/api/v1/feedback', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ run_id: run['id']!, key: 'ok', score: 1 }),
      }),
    );
  // Only old runs have any: far behind the first page.
  for (const run of lines.slice(0, 7)) await rate(run);
});

const api = (generation: 'v1' | 'v2') =>
  createApi({
    connectionId: 'c',
    baseUrl: 'http://engine.example',
    fetch: (request) => engine.fetch(request),
    generation,
  });
const source: ExtractSource = {
  kind: 'question',
  query: { projectIds: [PROJECT], window: { from: NOW - 40 * 86_400_000, to: NOW } },
};

test.each(['v1', 'v2'] as const)('%s: feedback far back is counted, and not denied', async (generation) => {
  const sample = await readSample(api(generation), 'feedback', source, [], signal);
  expect(sample.counted).toEqual({ runs: 1200, feedback: 7 });
  expect(sample.isAll).toBe(false);
  expect(sample.looked).toBeGreaterThan(100);
});

test.each(['v1', 'v2'] as const)('%s: the rows shown are whole', async (generation) => {
  for (const limit of [undefined, 3]) {
    const limited = { ...source, ...(limit === undefined ? {} : { limit }) } as ExtractSource;
    const traces = await readSample(api(generation), 'traces', limited, [], signal);
    const { rows } = previewOf(spec({ kind: 'traces', source: limited, isFlat: false }), traces);
    expect(rows).toHaveLength(limit ?? 5);
    for (const row of rows)
      expect([...(row['tools_involved'] as string[])].toSorted()).toEqual(['get_order', 'refund_policy']);

    const chats = await readSample(api(generation), 'conversations', limited, [], signal);
    const preview = previewOf(spec({ kind: 'conversations', source: limited, format: 'jsonl' }), chats);
    expect(preview.rows.map((row) => row['turns'])).toEqual(Array.from({ length: limit ?? 5 }, () => 4));
  }
});
