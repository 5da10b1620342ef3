/** An engine whose exports can be watched: its clock stands still, and what it sends to buckets is answered here. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect } from 'vitest';
import type { JsonObject, JsonValue } from '../contract/run.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { generateRuns } from './generate-runs.ts';
import { createEngine, type Engine } from '../engine/create-engine.ts';

export const NOW = Date.UTC(2026, 10, 21);
export const DAY = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'runlens-bulk-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface World {
  clock: FakeClock;
  engine: Engine;
  /** What buckets answer, in order; afterwards they take everything. */
  answers: ((url: string, init: RequestInit) => Response | Promise<Response>)[];
  sent: { readonly method: string; readonly url: string; readonly headers: Headers }[];
}

/** Made anew before each test. */
export const world = {} as World;

beforeEach(async () => {
  world.clock = fakeClock(NOW);
  world.answers = [];
  world.sent = [];
  world.engine = createEngine({
    now: () => world.clock.now(),
    sleep: (...given) => world.clock.sleep(...given),
    ownDestination: 'This browser',
    send: async (url, init) => {
      world.sent.push({ method: init.method!, url, headers: new Headers(init.headers) });
      return (world.answers.shift() ?? (() => new Response('')))(url, init);
    },
  });
  const lines = [...generateRuns({ runs: 400, newest: NOW - 1000 })].map((run) => JSON.stringify(run));
  await world.engine.load(new TextEncoder().encode(lines.join('\n')), { name: 'runs.jsonl' });
});

export async function ask(method: string, path: string, body?: JsonObject) {
  const response = await world.engine.fetch(
    new Request(`http://engine/api/v1${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    }),
  );
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as JsonObject & JsonObject[] };
}

export const textOf = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

export const projectId = async () => textOf((await ask('GET', '/sessions')).body[0]!['id']);
export const ownDestination = async () =>
  textOf((await ask('GET', '/bulk-exports/destinations')).body[0]!['id']);

/** The library is fetched in real time, which the world.clock of the test knows nothing of. */
export async function untilDone(id: string, step = 1000): Promise<JsonObject> {
  for (let round = 0; round < 2000; round++) {
    const { body } = await ask('GET', `/bulk-exports/${id}`);
    if (!['Created', 'Running'].includes(textOf(body['status']))) return body;
    await world.clock.advance(step);
  }
  throw new Error('The export did not end.');
}

export const neverAnswers = (_url: string, { signal }: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    signal!.addEventListener('abort', () => reject(signal!.reason as Error));
  });

export async function start(change: JsonObject = {}): Promise<string> {
  const { status, body, text } = await ask('POST', '/bulk-exports', {
    bulk_export_destination_id: await ownDestination(),
    session_id: await projectId(),
    start_time: new Date(NOW - 5 * DAY).toISOString(),
    end_time: new Date(NOW).toISOString(),
    format_version: 'v2_beta',
    compression: 'zstandard',
    ...change,
  });
  expect(status, text).toBe(200);
  return textOf(body['id']);
}

export async function files(): Promise<readonly { key: string; path: string }[]> {
  const { body } = await ask('GET', '/runlens/files');
  return Promise.all(
    body.map(async ({ key }, index) => {
      const response = await world.engine.fetch(new Request(`http://engine/runlens/files/${textOf(key)}`));
      const path = join(folder, `${NOW}-${Math.random()}-${index}.parquet`);
      writeFileSync(path, new Uint8Array(await response.arrayBuffer()));
      return { key: textOf(key), path };
    }),
  );
}

export async function runsBetween(from: number, to: number): Promise<readonly JsonObject[]> {
  const runs: JsonObject[] = [];
  for (let cursor: string | undefined; ;) {
    const { body } = await ask('POST', '/runs/query', {
      session: [await projectId()],
      start_time: new Date(from).toISOString(),
      end_time: new Date(to).toISOString(),
      limit: 100,
      ...(cursor ? { cursor } : {}),
    });
    runs.push(...(body['runs'] as JsonObject[]));
    cursor = (body['cursors'] as { next?: string }).next ?? undefined;
    if (!cursor) return runs;
  }
}
