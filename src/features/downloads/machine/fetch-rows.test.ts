/**
 * Reading under bad weather: a server that answers 429, 500, nothing, or half a page; bounds that are inclusive on both
 * sides; a tab that closes between any two steps. What arrives is what the server holds, once each.
 */
import { beforeAll, expect, test } from 'vitest';
import { createApi } from '../../../api/create-api.ts';
import type { Api, Generation } from '../../../contract/api.ts';
import type { Fetch } from '../../../contract/fetch.ts';
import { NetworkError } from '../../../contract/network-error.ts';
import type { JsonObject } from '../../../contract/run.ts';
import { createEngine, type Engine } from '../../../engine/create-engine.ts';
import { composedRows } from '../../../extract/compose.ts';
import { hasRoots, tasksOf } from '../../../extract/plan/tasks.ts';
import { DEFAULT_RUN_COLUMNS } from '../../../extract/run-columns.ts';
import type { ExtractKind, ExtractSource, ExtractSpec } from '../../../extract/spec.ts';
import type { SpoolBytes } from '../../../extract/spool.ts';
import { spoolContents } from '../../../extract/spool-contents.ts';
import { generateRuns } from '../../../testing/generate-runs.ts';
import { randomNumbers } from '../../../testing/random-numbers.ts';
import { BEGINNING, type Checkpoint } from './checkpoint.ts';
import { findings } from './findings.ts';
import { turnstile } from './turnstile.ts';
import { fetchRows } from './fetch-rows.ts';
import { pendingRoots } from './pending-roots.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const WEEK = 7 * 86_400_000;
const PROJECT = '00000000-0000-4000-8000-0000000000a1';

let engine: Engine;
const lines = [...generateRuns({ runs: 1200, newest: NOW - 3_600_000, projectId: PROJECT })];
const textIn = (row: JsonObject, name: string) => row[name] as string;
const startOf = (line: JsonObject) => Date.parse(`${textIn(line, 'start_time').slice(0, 23)}Z`);
/** Upper end of the windows asked: slices begin exactly at starts of runs. */
const TO = startOf(lines[900]!) + WEEK;

beforeAll(async () => {
  engine = createEngine({ now: () => NOW });
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  await engine.load(new TextEncoder().encode(text), { name: 'runs.jsonl' });
});

/** Time that passes at once. */
const instantClock = () => {
  let time = NOW;
  return {
    now: () => time,
    sleep: async (milliseconds: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      time += milliseconds;
    },
  };
};

/** `share`: how many of all answers go wrong. */
function stormy(random: () => number, share: number): Fetch {
  return async (request) => {
    const fate = random() / share;
    if (fate < 0.25) return Response.json({ detail: 'Rate limit exceeded' }, { status: 429 });
    if (fate < 0.5) return new Response('<h1>502</h1>', { status: 502 });
    if (fate < 0.75) throw new NetworkError('unreachable', 'No answer came.');
    const answer = await engine.fetch(request);
    if (fate >= 1 || !request.url.includes('query')) return answer;
    const text = await answer.text();
    return new Response(text.slice(0, text.length / 2), { headers: answer.headers });
  };
}

/** As a server that takes the upper bound as part of the window (UNKNOWNS U19). */
function inclusive(fetch: Fetch): Fetch {
  return async (request) => {
    if (request.method !== 'POST') return fetch(request);
    const body = (await request.json()) as Record<string, unknown>;
    for (const name of ['end_time', 'max_start_time']) {
      const value = body[name];
      if (typeof value === 'string') body[name] = new Date(Date.parse(value) + 1).toISOString();
    }
    const { url, method, headers } = request;
    return fetch(new Request(url, { method, headers, body: JSON.stringify(body) }));
  };
}

const apiOver = (fetch: Fetch, generation: Generation): Api =>
  createApi({
    connectionId: 'c',
    baseUrl: 'http://engine.example',
    fetch,
    generation,
    clock: instantClock(),
    random: () => 0.5,
  });

const question = (window = { from: startOf(lines[0]!), to: TO }): ExtractSource => ({
  kind: 'question',
  query: { projectIds: [PROJECT], window },
});

const specOf = (kind: ExtractKind, source: ExtractSource): ExtractSpec => ({
  kind,
  source,
  format: 'jsonl',
  isFlat: false,
  columns: DEFAULT_RUN_COLUMNS,
  isExcelSafe: false,
  codec: 'snappy',
});

class Crash extends Error {}

const inMemory = (text: string): SpoolBytes => {
  const bytes = new TextEncoder().encode(text);
  return { size: bytes.length, read: (from, length) => bytes.subarray(from, from + length) };
};

/** Reads to the end, beginning again after every crash. The texts are ASCII, so places count characters. */
async function readAll(api: Api, spec: ExtractSpec, crashes: () => boolean) {
  let text = '';
  let checkpoint: Checkpoint = BEGINNING;
  let lives = 1;
  const tasks = tasksOf(spec.kind, spec.source, undefined, NOW);
  for (; ; lives += 1) {
    text = text.slice(0, checkpoint.size);
    const { groups, rooted, found } = spoolContents(inMemory(text));
    try {
      await fetchRows({
        api,
        spec,
        tasks,
        from: checkpoint,
        roots: hasRoots(spec.kind) ? pendingRoots(groups, rooted) : pendingRoots([], []),
        findings: findings(found),
        groups,
        turn: turnstile(),
        append: async (more) => {
          text += more;
          if (crashes()) throw new Crash();
          return text.length;
        },
        save: async (next) => {
          checkpoint = structuredClone(next);
          if (crashes()) throw new Crash();
        },
        onWaiting: () => undefined,
        clock: instantClock(),
        random: () => 0.5,
        signal: new AbortController().signal,
      });
      return { rows: [...composedRows(spec, inMemory(text))], checkpoint, lives };
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  }
}

const never = () => false;
const inWindow = lines.filter((line) => startOf(line) < TO);
const sorted = (ids: Iterable<unknown>) => [...ids].map(String).toSorted();

test.each(['v1', 'v2'] as const)('%s: in calm weather every run comes once', async (generation) => {
  const { rows, checkpoint } = await readAll(
    apiOver((request) => engine.fetch(request), generation),
    specOf('runs', question()),
    never,
  );
  expect(inWindow.length).toBeLessThan(lines.length);
  expect(sorted(rows.map(({ id }) => id))).toEqual(sorted(inWindow.map(({ id }) => id)));
  expect(checkpoint.parts).toBe(inWindow.length);
});

test.each(['v1', 'v2'] as const)(
  '%s: bounds that belong to both slices double nothing',
  async (generation) => {
    const api = apiOver(
      inclusive((request) => engine.fetch(request)),
      generation,
    );
    const { rows } = await readAll(api, specOf('runs', question()), never);
    const atEnd = lines.filter((line) => startOf(line) <= TO);
    expect(sorted(rows.map(({ id }) => id))).toEqual(sorted(atEnd.map(({ id }) => id)));
  },
);

const SEEDS = [1, 2, 3, 4, 5, 6];

test.each(SEEDS.flatMap((seed) => (['v1', 'v2'] as const).map((generation) => [seed, generation] as const)))(
  'storm %s on %s, with crashes: nothing is lost, nothing is doubled',
  async (seed, generation) => {
    const random = randomNumbers(seed);
    const api = apiOver(inclusive(stormy(random, 0.3)), generation);
    const { rows, lives } = await readAll(api, specOf('runs', question()), () => random() < 0.2);
    const atEnd = lines.filter((line) => startOf(line) <= TO);
    expect(lives).toBeGreaterThan(1);
    expect(sorted(rows.map(({ id }) => id))).toEqual(sorted(atEnd.map(({ id }) => id)));
  },
);

/** Seed programs by hand, over the runs as they were generated. */
function toolsByTrace(): Map<string, Set<string>> {
  const tools = new Map<string, Set<string>>();
  for (const line of inWindow) {
    if (line['run_type'] !== 'tool') continue;
    const trace = textIn(line, 'trace_id');
    tools.set(trace, (tools.get(trace) ?? new Set()).add(textIn(line, 'name')));
  }
  return tools;
}

test.each(SEEDS)('storm %s: traces with their tools come as the script has them', async (seed) => {
  const random = randomNumbers(seed);
  const api = apiOver(stormy(random, 0.2), seed % 2 === 0 ? 'v1' : 'v2');
  const { rows, checkpoint } = await readAll(api, specOf('traces', question()), () => random() < 0.15);
  const expected = toolsByTrace();
  const roots = new Map(lines.map((line) => [textIn(line, 'id'), line]));
  expect(rows).toHaveLength(expected.size);
  for (const row of rows) {
    const id = textIn(row, 'run_id');
    const root = roots.get(id)!;
    expect({ ...row, tools_involved: sorted(row['tools_involved'] as string[]) }).toEqual({
      run_id: id,
      run_name: root['name'],
      run_type: root['run_type'],
      inputs: root['inputs'],
      outputs: root['outputs'],
      tools_involved: sorted(expected.get(id)!),
    });
  }
  expect(checkpoint.gaps).toEqual([]);
});

test('retrievers: every call of a trace is in its row', async () => {
  const api = apiOver((request) => engine.fetch(request), 'v2');
  const { rows } = await readAll(api, specOf('retrievers', question()), never);
  const calls = inWindow.filter((line) => line['run_type'] === 'retriever');
  const queries = rows.flatMap((row) => (row['retriever.inputs'] as { query: string[] }).query);
  expect(sorted(queries)).toEqual(sorted(calls.map((line) => (line['inputs'] as JsonObject)['query'])));
});

const isRoot = (line: JsonObject) => line['parent_run_id'] === undefined;
const threadOf = (line: JsonObject) =>
  (line['extra'] as { metadata: { thread_id: string } }).metadata.thread_id;
const turnsOf = (threads: readonly string[]) =>
  lines.filter((line) => isRoot(line) && threads.includes(threadOf(line))).map(({ id }) => id);
const asking = (query: object, limit?: number): ExtractSource => ({
  kind: 'question',
  query: { projectIds: [PROJECT], window: {}, ...query },
  ...(limit === undefined ? {} : { limit }),
});
const byIds = (runIds: readonly string[], traceIds: readonly string[]): ExtractSource => ({
  kind: 'selection',
  projectIds: [PROJECT],
  runIds,
  traceIds,
});
/** A run inside trace 41, which is a turn of thread 10; its second and its last trace. */
const child = lines[413]!;
const trace = textIn(lines[410]!, 'id');
const newest = textIn(lines[1190]!, 'id');

test.each<[string, ExtractSource, readonly string[] | 'all']>([
  ['everything', asking({ isRoot: true }), 'all'],
  ['a filter that one turn satisfies', asking({ filter: `eq(id, "${trace}")`, isRoot: true }), ['thread-10']],
  ['a filter that one step satisfies', asking({ filter: `eq(id, "${textIn(child, 'id')}")` }), ['thread-10']],
  [
    'a window in the middle of a thread',
    asking({ window: { from: startOf(lines[410]!), to: startOf(lines[410]!) + 1 }, isRoot: true }),
    ['thread-10'],
  ],
  ['a limit', asking({ isRoot: true }, 2), ['thread-29', 'thread-28']],
  ['ids of runs that are no roots', asking({ runIds: [textIn(child, 'id')] }), ['thread-10']],
  ['selected traces', byIds([], [trace, newest]), ['thread-10', 'thread-29']],
  ['one trace', { kind: 'trace', projectIds: [PROJECT], traceId: trace }, ['thread-10']],
  ['one thread', { kind: 'thread', projectIds: [PROJECT], threadId: 'thread-10' }, ['thread-10']],
])('conversations of %s: each thread once, with all its turns', async (_, source, threads) => {
  for (const [index, generation] of (['v1', 'v2'] as const).entries()) {
    const random = randomNumbers(index + 1);
    const api = apiOver(stormy(random, 0.2), generation);
    const { rows, checkpoint } = await readAll(api, specOf('conversations', source), () => random() < 0.1);
    const names = threads === 'all' ? lines.filter(isRoot).map(threadOf) : threads;
    expect(sorted(rows.flatMap((row) => row['run_ids'] as string[]))).toEqual(sorted(turnsOf(names)));
    expect(new Set(rows.map((row) => row['thread_id'])).size).toBe(rows.length);
    expect(checkpoint.rows).toBe(rows.length);
    expect(checkpoint.gaps).toEqual([]);
  }
});

test('turns that are gone when their thread is read are a gap that is told', async () => {
  const fetch: Fetch = async (request) => {
    const body = request.method === 'POST' ? await request.clone().text() : '';
    if (!body.includes('thread-10')) return engine.fetch(request);
    return Response.json({ items: [] });
  };
  const { rows, checkpoint } = await readAll(
    apiOver(fetch, 'v2'),
    specOf('conversations', asking({ filter: `eq(id, "${trace}")`, isRoot: true })),
    never,
  );
  expect(rows).toEqual([]);
  expect(checkpoint.gaps).toEqual(['1 conversation had no turn that the server could find; it has no row.']);
});

const toolsIn = (traceId: string) => [
  ...new Set(
    lines
      .filter((line) => line['run_type'] === 'tool' && line['trace_id'] === traceId)
      .map((line) => textIn(line, 'name')),
  ),
];

test.each<[string, ExtractSource, readonly string[]]>([
  [
    'a limit',
    asking({ isRoot: true }, 12),
    lines
      .filter(isRoot)
      .slice(-12)
      .map((line) => textIn(line, 'id')),
  ],
  [
    'a limit in a window',
    { ...question(), limit: 3 } as ExtractSource,
    inWindow
      .filter(isRoot)
      .slice(-3)
      .map((line) => textIn(line, 'id')),
  ],
  ['ids of runs inside', asking({ runIds: [textIn(child, 'id'), textIn(lines[417]!, 'id')] }), [trace]],
])('traces of %s: that many rows, each with all its tools', async (_, source, expected) => {
  for (const [index, generation] of (['v1', 'v2'] as const).entries()) {
    const random = randomNumbers(index + 7);
    const api = apiOver(stormy(random, 0.2), generation);
    const { rows } = await readAll(api, specOf('traces', source), () => random() < 0.1);
    expect(rows).toHaveLength(expected.length);
    expect(sorted(rows.map((row) => row['run_id']))).toEqual(sorted(expected));
    for (const row of rows)
      expect(sorted(row['tools_involved'] as string[])).toEqual(sorted(toolsIn(textIn(row, 'run_id'))));
  }
});

test.each([
  ['runs', 40],
  ['traces', 4],
  ['retrievers', 4],
  ['conversations', 1],
] as const)('a thread as %s: with the runs inside its turns', async (kind, count) => {
  for (const generation of ['v1', 'v2'] as const) {
    const api = apiOver((request) => engine.fetch(request), generation);
    const source = { kind: 'thread', projectIds: [PROJECT], threadId: 'thread-10' } as const;
    const { rows } = await readAll(api, specOf(kind, source), never);
    expect(rows).toHaveLength(count);
  }
});

test('a limit stops in the middle of a page', async () => {
  const api = apiOver((request) => engine.fetch(request), 'v2');
  const source = { ...question(), limit: 333 } as ExtractSource;
  const { rows } = await readAll(api, specOf('runs', source), never);
  expect(rows).toHaveLength(333);
});

test('a selection comes by ids', async () => {
  const api = apiOver((request) => engine.fetch(request), 'v1');
  const ids = lines.slice(0, 250).map((line) => textIn(line, 'id'));
  const source = { kind: 'selection', projectIds: [PROJECT], runIds: ids, traceIds: [] } as const;
  const { rows } = await readAll(api, specOf('runs', source), never);
  expect(sorted(rows.map(({ id }) => id))).toEqual(sorted(ids));
});

test('a refusal is not asked again', async () => {
  let asked = 0;
  const api = apiOver(async () => {
    asked += 1;
    return Response.json({ detail: 'Forbidden' }, { status: 403 });
  }, 'v1');
  await expect(readAll(api, specOf('runs', question()), never)).rejects.toThrow('Forbidden');
  expect(asked).toBe(1);
});

test('a root that is gone is a gap that is told', async () => {
  const fetch: Fetch = async (request) => {
    const body = request.method === 'POST' ? await request.clone().text() : '';
    const answer = await engine.fetch(request);
    if (!body.includes('"ids"')) return answer;
    const page = (await answer.json()) as { items: unknown[] };
    return Response.json({ ...page, items: page.items.slice(1) });
  };
  const { rows, checkpoint } = await readAll(apiOver(fetch, 'v2'), specOf('traces', question()), never);
  const missing = toolsByTrace().size - rows.length;
  expect(missing).toBeGreaterThan(0);
  expect(checkpoint.gaps).toEqual([expect.stringMatching(new RegExp(`^${missing} traces? had no root`))]);
});
