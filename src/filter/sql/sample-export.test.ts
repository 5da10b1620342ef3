/** Every filter of the documents: the engine over the API against DuckDB over an export of the same runs. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { JsonObject } from '../../contract/run.ts';
import { createEngine, type Engine } from '../../engine/create-engine.ts';
import { openDuckDb, type DuckDb } from '../../testing/ask-duckdb.ts';
import { writeExport } from '../../testing/write-export.ts';
import { SEED_FILTERS } from '../cases/seed-filters.ts';
import { EXPORT_COLUMNS, exportQuery } from './export-query.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

/** The smaller projects of the sample: about 900 runs, with failures, feedback and experiments. */
const PROJECTS = ['shop-backend', 'failure-drills', 'sdk-direct', 'new-prompt-6f625948'];
/** In the words of the sample, where the documents' own words would find nothing. */
const IN_WORDS_OF_THE_SAMPLE = [
  'and(eq(feedback_key, "correctness"), eq(feedback_score, 1))',
  'and(eq(feedback_key, "correctness"), eq(feedback_value, "correct"))',
  'neq(feedback_key, "correctness")',
  'search("timeout")',
  'like(inputs, "%order%")',
  'eq(metadata_key, "ls_model_name")',
  'and(eq(metadata_key, "LANGSMITH_TRACING"), neq(metadata_value, "true"))',
  'and(eq(output_key, "output"), like(output_value, "%a%"))',
  'and(eq(input_key, "messages.kwargs.content"), like(input_value, "%e%"))',
  'gt(latency, 0.05)',
  'gt(total_tokens, 100)',
  'lt(start_time, "2026-10-20T12:34:56Z")',
  'in(run_type, ["llm", "tool"])',
  'like(error, "%error%")',
  'neq(metadata_key, "thread_id")',
];

const folder = mkdtempSync(join(tmpdir(), 'runlens-sample-'));
const path = join(folder, 'runs.parquet');
let engine: Engine;
let duckdb: DuckDb;
let session: readonly string[];

async function ask(route: string, body?: JsonObject): Promise<unknown> {
  const response = await engine.fetch(
    new Request(
      `http://engine/api/v1${route}`,
      body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
    ),
  );
  expect(response.status, await response.clone().text()).toBe(200);
  return response.json();
}

async function runsOf(question: JsonObject): Promise<readonly JsonObject[]> {
  const runs: JsonObject[] = [];
  for (let cursor: string | null = null; ;) {
    const page = (await ask('/runs/query', { session: [...session], limit: 100, cursor, ...question })) as {
      runs: JsonObject[];
      cursors: { next: string | null };
    };
    runs.push(...page.runs);
    cursor = page.cursors.next;
    if (!cursor) return runs;
  }
}

beforeAll(async () => {
  engine = createEngine({ now: () => Date.UTC(2026, 10, 20) });
  const sample = readFileSync(new URL('../../../public/sample/workspace.jsonl.gz', import.meta.url));
  await engine.load(sample, { name: 'sample' });
  const projects = (await ask('/sessions?limit=100')) as { id: string; name: string }[];
  session = projects.filter(({ name }) => PROJECTS.includes(name)).map(({ id }) => id);
  const select = EXPORT_COLUMNS.filter((name) => name !== 'tenant_id' && name !== 'is_root');
  writeExport(path, await runsOf({ select: [...select] }));
  duckdb = await openDuckDb();
});
afterAll(() => {
  duckdb.close();
  rmSync(folder, { recursive: true });
});

const idsOf = async (question: JsonObject) =>
  (await runsOf({ ...question, select: ['id'] })).map(({ id }) => id as string);

test('filters of the documents find the same runs in the engine and in an export', async () => {
  const complaints: string[] = [];
  let telling = 0;
  for (const filter of [...SEED_FILTERS, ...IN_WORDS_OF_THE_SAMPLE]) {
    const { sql, unsupported } = exportQuery({ filter, projectIds: session }, { dialect: 'duckdb', path });
    const [wanted, found] = [await idsOf({ filter }), await duckdb.ids(sql)];
    if (wanted.length > 0) telling += 1;
    if (unsupported.length > 0) complaints.push(`${filter}: ${unsupported.join()}`);
    if (wanted.toSorted().join() !== found.toSorted().join()) {
      complaints.push(`${filter}: ${wanted.length} in the engine, ${found.length} in the export\n${sql}`);
    }
  }
  expect(complaints).toEqual([]);
  expect(telling).toBeGreaterThan(20);
});

test('the scopes of a trace agree, too', async () => {
  const filters = {
    filter: 'eq(run_type, "llm")',
    trace_filter: 'eq(status, "success")',
    tree_filter: 'or(eq(run_type, "tool"), search("error"))',
  };
  const { sql } = exportQuery(
    { filter: filters.filter, traceFilter: filters.trace_filter, treeFilter: filters.tree_filter },
    { dialect: 'duckdb', path },
  );
  const wanted = await idsOf(filters);
  expect(wanted.length).toBeGreaterThan(0);
  expect((await duckdb.ids(sql)).toSorted()).toEqual(wanted.toSorted());
});
