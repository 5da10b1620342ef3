/** The generated programs: TypeScript is run with the official SDK against the engine, Python is read by Python. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApi } from '../../api/create-api.ts';
import type { Api, Generation } from '../../contract/api.ts';
import type { JsonObject } from '../../contract/run.ts';
import { spec } from '../../extract/cases/spec.ts';
import { spoolBytes } from '../../extract/cases/spool-bytes.ts';
import { composedRows } from '../../extract/compose.ts';
import { tasksKnown } from '../../extract/plan/follow-ups.ts';
import { FIND_FIELDS, hasRoots, partFields, ROOT_FIELDS, tasksOf } from '../../extract/plan/tasks.ts';
import { DEFAULT_RUN_COLUMNS, runColumns, runRow } from '../../extract/run-columns.ts';
import type { ExtractSource, ExtractSpec } from '../../extract/spec.ts';
import type { SpoolRecord } from '../../extract/spool.ts';
import { generateRuns } from '../../testing/generate-runs.ts';
import { serveEngine, type EngineWithClient } from '../../tools/engine-server/engine-with-client.ts';
import { downloadScript, SCRIPT_KINDS, type ScriptKind } from './download-script.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const FOLDER = join(process.cwd(), 'node_modules/.cache/runlens-download-scripts');
const NOW = Date.now();
const PROJECT = '00000000-0000-4000-8000-0000000000a1';
const RUNS = [...generateRuns({ runs: 300, newest: NOW - 3_600_000, projectId: PROJECT })];

let server: EngineWithClient;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  server = await serveEngine({ now: () => NOW });
  const text = RUNS.map((line) => JSON.stringify(line)).join('\n');
  await server.engine.load(new TextEncoder().encode(text), { name: 'runs.jsonl' });
  for (const [index, run] of RUNS.filter((line) => line['parent_run_id'] === undefined).entries()) {
    const body = {
      run_id: run['id'],
      key: index % 2 === 0 ? 'user_score' : 'ok',
      score: index % 3,
      comment: `c${index}`,
    };
    await server.ask('/feedback', body);
  }
});
afterAll(async () => {
  await server.stop();
  rmSync(FOLDER, { recursive: true });
});

/** What a download of this spec would hold. */
async function rowsOf(api: Api, settings: ExtractSpec): Promise<readonly JsonObject[]> {
  const records: SpoolRecord[] = [];
  const signal = new AbortController().signal;
  const limit = settings.source.kind === 'question' ? settings.source.limit : undefined;
  const parts = [];
  const traces = new Set<string>();
  const known = { traces, threads: new Set<string>(), loners: new Set<string>() };
  const tasks = tasksOf(settings.kind, settings.source, 0, NOW);
  for (let index = 0; ; index += 1) {
    const task = tasksKnown(settings.kind, tasks, known, index)[index];
    if (!task) break;
    const { query, finds } = task;
    for (let cursor: string | undefined; ;) {
      const page = await api.fullRuns(
        query,
        { pageSize: 100, ...(cursor ? { cursor } : {}) },
        finds ? FIND_FIELDS[finds] : partFields(settings),
        signal,
      );
      if (!finds) parts.push(...page.rows);
      else for (const { run } of page.rows) if (traces.size < (limit ?? Infinity)) traces.add(run.traceId);
      cursor = page.nextCursor;
      if (!cursor) break;
    }
  }
  for (const full of tasks[0]!.finds ? parts : parts.slice(0, limit)) {
    if (settings.kind === 'runs') records.push({ k: 'row', row: runRow(full, runColumns(settings.columns)) });
    else records.push({ k: 'part', g: full.run.traceId, run: full });
  }
  if (settings.kind === 'feedback') {
    const runIds = parts.map(({ run }) => run.id);
    const found = await api.listFeedback({ runIds }, signal);
    return [...composedRows(settings, spoolBytes(found.map((feedback) => ({ k: 'feedback', feedback }))))];
  }
  if (hasRoots(settings.kind)) {
    const ids = [...new Set(parts.map(({ run }) => run.traceId))];
    const query = { projectIds: [PROJECT], window: {}, runIds: ids };
    const page = await api.fullRuns(query, { pageSize: 100 }, ROOT_FIELDS, signal);
    for (const full of page.rows) records.push({ k: 'root', g: full.run.id, run: full });
  }
  return [...composedRows(settings, spoolBytes(records))];
}

/** What the program prints, as rows. */
async function printedBy(text: string, name: string): Promise<readonly JsonObject[]> {
  const file = join(FOLDER, `${name}.mjs`);
  writeFileSync(file, text);
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.stubEnv('LANGSMITH_API_KEY', 'any-key');
  try {
    await import(/* @vite-ignore */ file);
  } finally {
    vi.unstubAllEnvs();
    log.mockRestore();
  }
  return printed.map((line) => JSON.parse(line) as JsonObject);
}

const idOf = (row: JsonObject) => (row['run_id'] ?? row['id']) as string;
const ordered = (rows: readonly JsonObject[]) =>
  rows
    .map((row) =>
      Array.isArray(row['tools_involved'])
        ? { ...row, tools_involved: (row['tools_involved'] as string[]).toSorted() }
        : row,
    )
    .toSorted((a, b) => idOf(a).localeCompare(idOf(b)));

const question = (change: object = {}): ExtractSource => ({
  kind: 'question',
  query: { projectIds: [PROJECT], window: { from: NOW - 60 * 86_400_000, to: NOW }, ...change },
});
const roots = RUNS.filter((line) => line['parent_run_id'] === undefined).map((line) => line['id'] as string);

const someRuns = RUNS.slice(35, 65).map((line) => line['id'] as string);

const SPECS: readonly ExtractSpec[] = [
  spec({ source: question(), isFlat: false }),
  spec({ source: question({ filter: 'has(tags, "beta")', isRoot: true }) }),
  spec({ source: question({ window: { from: NOW - 20 * 86_400_000, to: NOW - 5 * 86_400_000 } }) }),
  spec({
    source: { ...question(), limit: 120 } as ExtractSource,
    columns: ['id', 'name', 'total_cost', 'error'],
  }),
  spec({ source: { kind: 'selection', projectIds: [PROJECT], runIds: roots, traceIds: roots } }),
  spec({ source: { kind: 'trace', projectIds: [PROJECT], traceId: roots[3]! }, isFlat: false }),
  spec({ kind: 'traces', source: question(), isFlat: false }),
  spec({ kind: 'traces', source: question({ isRoot: true, filter: 'has(tags, "beta")' }) }),
  spec({ kind: 'traces', source: { kind: 'selection', projectIds: [PROJECT], runIds: [], traceIds: roots } }),
  spec({ kind: 'traces', source: { ...question(), limit: 7 } as ExtractSource }),
  spec({ kind: 'retrievers', source: question() }),
  spec({ kind: 'retrievers', source: question({ runIds: someRuns }) }),
  spec({ kind: 'retrievers', source: question(), isFlat: false }),
  spec({ kind: 'feedback', source: question({ isRoot: true }) }),
];

const apiFor = (generation: Generation) =>
  createApi({ connectionId: 'c', baseUrl: server.url, fetch: (request) => fetch(request), generation });

test.each([
  ['typescript-old', 'v1'],
  ['typescript-new', 'v2'],
] as const)('%s yields the rows of the download', async (kind, generation) => {
  let rows = 0;
  for (const [index, settings] of SPECS.entries()) {
    const { text } = downloadScript(kind, settings, { apiUrl: server.url });
    const expected = await rowsOf(apiFor(generation), settings);
    rows += expected.length;
    expect(expected.length, `spec ${index}`).toBeGreaterThan(0);
    expect(ordered(await printedBy(text, `${kind}-${index}`)), text).toEqual(ordered(expected));
  }
  expect(rows).toBeGreaterThan(600);
});

const rootLines = RUNS.filter((line) => line['parent_run_id'] === undefined);
const threadOf = (line: JsonObject) =>
  (line['extra'] as { metadata: { thread_id: string } }).metadata.thread_id;
const CHATS: readonly (readonly [ExtractSource, readonly string[]])[] = [
  [question({ window: {} }), rootLines.map(threadOf)],
  [question({ filter: `eq(id, "${roots[3]}")`, isRoot: true }), [threadOf(rootLines[3]!)]],
  [{ ...question(), limit: 2 } as ExtractSource, rootLines.slice(-5).map(threadOf)],
  [{ kind: 'thread', projectIds: [PROJECT], threadId: 'thread-1' }, ['thread-1']],
  [{ kind: 'trace', projectIds: [PROJECT], traceId: roots[9]! }, [threadOf(rootLines[9]!)]],
];
const chatSpec = (source: ExtractSource) =>
  spec({ kind: 'conversations', source, format: 'jsonl', isFlat: false, columns: [] });

test.each(['typescript-old', 'typescript-new'] as const)('%s yields whole conversations', async (kind) => {
  for (const [index, [source, threads]] of CHATS.entries()) {
    const { text } = downloadScript(kind, chatSpec(source), { apiUrl: server.url });
    const rows = await printedBy(text, `${kind}-chats-${index}`);
    const byThread = new Map(rows.map((row) => [row['thread_id'] as string, row['run_ids']]));
    const expected = [...new Set(threads)].map((thread) => [
      thread,
      rootLines.filter((line) => threadOf(line) === thread).map(({ id }) => id),
    ]);
    expect(Object.fromEntries(byThread), text).toEqual(Object.fromEntries(expected));
  }
});

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython)
  process.stderr.write('python3 is not on this machine: it does not read the Python scripts.\n');

test.runIf(hasPython)('Python reads every Python script', () => {
  for (const settings of [...SPECS, ...CHATS.map(([source]) => chatSpec(source))]) {
    for (const kind of ['python-old', 'python-new'] as const) {
      const { text } = downloadScript(kind, settings, { workspaceId: 'w' });
      const { status, stderr } = spawnSync(
        'python3',
        ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'],
        {
          input: text,
          encoding: 'utf8',
        },
      );
      expect(stderr, text).toBe('');
      expect(status).toBe(0);
    }
  }
});

test.each(SCRIPT_KINDS.map(({ kind }) => kind))(
  '%s names the variable of the key and the address',
  (kind: ScriptKind) => {
    const { text, notices } = downloadScript(kind, spec({ columns: DEFAULT_RUN_COLUMNS }), {
      apiUrl: 'https://eu.api.smith.langchain.com',
      workspaceId: 'w1',
    });
    expect(text).toContain('LANGSMITH_API_KEY');
    expect(text).toContain('"https://eu.api.smith.langchain.com"');
    expect(text).toContain('"w1"');
    expect(notices.join()).toContain('JSON lines');
  },
);
