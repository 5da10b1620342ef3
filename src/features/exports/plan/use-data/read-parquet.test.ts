/** The statements for DuckDB, run by DuckDB over Parquet in the folders of an export. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '../../../../contract/run.ts';
import { type DuckDb, openDuckDb } from '../../../../testing/ask-duckdb.ts';
import { writeExport } from '../../../../testing/write-export.ts';
import { bulkExport, destination, exportRun } from './export-fixture.ts';
import { exportPlace } from './export-place.ts';
import { localStatements } from './local-statements.ts';
import { statementsFor } from './statements-for.ts';

const folder = mkdtempSync(join(tmpdir(), 'runlens-use-data-'));
let duckdb: DuckDb;
beforeAll(async () => {
  duckdb = await openDuckDb();
});
afterAll(() => {
  duckdb.close();
  rmSync(folder, { recursive: true });
});

const ROWS: readonly JsonObject[] = [
  { id: '1', run_type: 'llm', error: 'no', tags: ['a'] },
  { id: '2', run_type: 'llm' },
  { id: '3', run_type: 'tool' },
];

/** One file for each project and day; answers its keys as a server does. */
function write(exportId: string, format: 'v1' | 'v2_beta', projects: readonly string[]): readonly string[] {
  return projects.flatMap((project) =>
    ROWS.map((row, day) => {
      const resource = format === 'v1' ? 'runs' : 'resource=runs';
      const key = `b/data/export_id=${exportId}/tenant_id=T/session_id=${project}/${resource}/year=2026/month=8/day=${day + 1}/${project}_${day}.parquet`;
      mkdirSync(join(folder, dirname(key)), { recursive: true });
      writeExport(join(folder, key), [{ ...row, tenant_id: 'T', session_id: project }], format);
      return key;
    }),
  );
}

test.each([
  ['v1-one', 'v1', ['S']],
  ['v1-all', 'v1', ['S', 'S2']],
  ['v2-one', 'v2_beta', ['S']],
  ['v2-all', 'v2_beta', ['S', 'S2']],
] as const)('%s is counted whole', async (id, format, projects) => {
  const files = write(id, format, projects);
  const wanted = bulkExport({
    id,
    formatVersion: format,
    projectId: projects.length > 1 ? undefined : 'S',
  });
  const place = exportPlace(destination({ bucket: 'b' }), wanted, [exportRun(files)]);
  const { text } = statementsFor(place).find(({ system }) => system === 'duckdb')!;
  const sql = text.slice(text.indexOf('SELECT')).replace("'s3://", `'${folder}/`);
  const n = projects.length;
  expect(await allOf(sql)).toEqual([`llm|${2 * n}|${n}`, `tool|${n}|0`]);
});

test('saved files are counted by their names alone', async () => {
  const names = write('local', 'v2_beta', ['S']).map((key) => [basename(key), join(folder, key)] as const);
  const { text } = localStatements(
    names.map(([name]) => name),
    undefined,
  ).find(({ system }) => system === 'duckdb')!;
  const sql = names.reduce((read, [name, path]) => read.replace(`'${name}'`, `'${path}'`), text);
  expect(await allOf(sql)).toEqual(['llm|2|1', 'tool|1|0']);
});

test.each([
  [['a.parquet'], "file('a.parquet', 'Parquet')"],
  [['a.parquet', 'b.parquet'], "file('{a.parquet,b.parquet}', 'Parquet')"],
])('clickhouse local reads %o', (names, source) => {
  const { text } = localStatements(names, undefined).find(({ system }) => system === 'clickhouse')!;
  expect(text).toContain(source);
});

const allOf = (sql: string) =>
  duckdb.ids(`SELECT concat_ws('|', run_type, runs, errors) FROM (${sql.replace(/;$/, '')})`);
