/**
 * The SQL over exports, run by DuckDB on a Parquet file: drawn runs and drawn filters against evaluate(),
 * over the whole field table, for both formats.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '../../contract/run.ts';
import { openDuckDb, type DuckDb } from '../../testing/ask-duckdb.ts';
import { writeExport } from '../../testing/write-export.ts';
import { makeFilter } from '../bar/cases/make-filter.ts';
import { seededRandom } from '../cases/seeded-random.ts';
import { evaluate } from '../evaluate.ts';
import { parse } from '../parse.ts';
import { drawExportRuns } from './cases/draw-export-runs.ts';
import { exportQuery } from './export-query.ts';

const drawn = drawExportRuns(seededRandom(5), 40);
const folder = mkdtempSync(join(tmpdir(), 'runlens-export-'));
const pathOf = (format: string) => join(folder, `${format}.parquet`);
let duckdb: DuckDb;

beforeAll(async () => {
  const rows: readonly JsonObject[] = drawn.map(({ row }) => row);
  writeExport(pathOf('v1'), rows, 'v1');
  writeExport(pathOf('v2_beta'), rows, 'v2_beta');
  duckdb = await openDuckDb();
});
afterAll(() => {
  duckdb.close();
  rmSync(folder, { recursive: true });
});

type Question = Parameters<typeof exportQuery>[0];

async function found(question: Question, formatVersion: 'v1' | 'v2_beta' = 'v2_beta') {
  const query = exportQuery(question, { dialect: 'duckdb', path: pathOf(formatVersion), formatVersion });
  return { ...query, ids: await duckdb.ids(query.sql) };
}

const holding = (filter: string) => {
  const { tree } = parse(filter);
  return drawn.filter(({ run }) => evaluate(tree!, run)).map(({ run }) => run.id);
};

test('conditions mean what the reference says, and what is not asked only widens', async () => {
  const random = seededRandom(20261121);
  const complaints: string[] = [];
  let exact = 0;
  let telling = 0;
  for (let n = 0; n < 500; n++) {
    const filter = makeFilter(random, 2);
    const wanted = holding(filter);
    const { ids, sql, unsupported } = await found({ filter }, n % 2 === 0 ? 'v1' : 'v2_beta');
    const isExact = unsupported.length === 0;
    if (isExact) exact += 1;
    if (isExact && wanted.length > 0 && wanted.length < drawn.length) telling += 1;
    const isSame = ids.toSorted().join() === wanted.toSorted().join();
    const isWider = wanted.every((id) => ids.includes(id));
    if (isExact ? !isSame : !isWider)
      complaints.push(`${filter}\n${sql}\nwanted ${wanted.join()}\nfound ${ids.join()}`);
  }
  expect(complaints.slice(0, 2)).toEqual([]);
  expect(exact).toBeGreaterThan(300);
  expect(telling).toBeGreaterThan(150);
});

test('trace and tree filters ask the roots and all runs of the trace', async () => {
  const random = seededRandom(7);
  const complaints: string[] = [];
  for (let n = 0; n < 100; n++) {
    const [traceFilter, treeFilter] = [makeFilter(random, 1), makeFilter(random, 1)];
    const { ids, sql, unsupported } = await found({ traceFilter, treeFilter });
    const [ofRoot, ofAny] = [holding(traceFilter), holding(treeFilter)];
    const wanted = drawn
      .filter(({ run }) => ofRoot.includes(run.traceId))
      .filter(({ run }) =>
        drawn.some((other) => other.run.traceId === run.traceId && ofAny.includes(other.run.id)),
      )
      .map(({ run }) => run.id);
    const isRight =
      unsupported.length > 0
        ? wanted.every((id) => ids.includes(id))
        : ids.toSorted().join() === wanted.toSorted().join();
    if (!isRight) complaints.push(`${sql}\nwanted ${wanted.join()}\nfound ${ids.join()}`);
  }
  expect(complaints.slice(0, 2)).toEqual([]);
});

const all = drawn.map(({ run }) => run);
const START = Math.min(...all.map(({ startTime }) => startTime));
const middle = START + 3_600_000;

test.each<[Question, (run: (typeof all)[number]) => boolean]>([
  [{}, () => true],
  [{ from: middle }, (run) => run.startTime >= middle],
  [{ to: all[3]!.startTime }, (run) => run.startTime < all[3]!.startTime],
  [{ runIds: ['t1', 't2', 'nobody'] }, ({ id }) => id === 't1' || id === 't2'],
  [{ projectIds: ['a'] }, () => true],
  [{ projectIds: ["o'ther"] }, () => false],
  [{ traceId: 't3' }, ({ traceId }) => traceId === 't3'],
  [{ parentRunId: 't3' }, ({ parentId }) => parentId === 't3'],
  [{ referenceExampleId: 'a' }, ({ referenceExampleId }) => referenceExampleId === 'a'],
  [{ runType: 'LLM' }, ({ runType }) => runType === 'llm'],
  [{ isRoot: true }, ({ isRoot }) => isRoot],
  [{ isRoot: false }, ({ isRoot }) => !isRoot],
  [{ error: true }, ({ status }) => status === 'error'],
  [{ error: false }, ({ status }) => status !== 'error'],
])('%j', async (question, predicate) => {
  const wanted = all.filter(predicate).map(({ id }) => id);
  for (const format of ['v1', 'v2_beta'] as const) {
    expect((await found(question, format)).ids.toSorted()).toEqual(wanted.toSorted());
  }
});

test('rows come newest first, as many as asked for', async () => {
  const newest = all
    .toSorted((a, b) => b.startTime - a.startTime || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id);
  expect((await found({ limit: 3 })).ids).toEqual(newest.slice(0, 3));
  expect((await found({ order: 'asc', limit: 2 })).ids).toEqual(newest.toReversed().slice(0, 2));
});

test('columns that an export lacks are named', () => {
  const query = exportQuery({ select: ['name', 'thread_id'] }, { dialect: 'duckdb', path: 'x.parquet' });
  expect(query.unsupported).toEqual(['column thread_id: an export does not have it.']);
  expect(query.sql).toContain('-- Not asked: column thread_id');
  expect(query.sql).toContain('SELECT id, name\n');
});
