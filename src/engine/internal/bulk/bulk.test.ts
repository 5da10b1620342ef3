/** Exports that really run: files into the engine's own store, or a bucket that a test plays. */
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { JsonObject } from '../../../contract/run.ts';
import { EXPORT_COLUMNS } from '../../../filter/sql/export-query.ts';
import { openDuckDb } from '../../../testing/ask-duckdb.ts';
import { createEngine } from '../../create-engine.ts';
import {
  DAY,
  NOW,
  ask,
  files,
  runsBetween,
  start,
  textOf,
  untilDone,
  world,
} from '../../../testing/bulk-world.ts';

vi.setConfig({ testTimeout: 30_000 });

test.each([
  ['v2_beta', 'zstandard'],
  ['v2_beta', 'gzip'],
  ['v1', 'snappy'],
  ['v1', 'none'],
])(
  'DuckDB reads what was exported as %s, %s: every row, in the folders of its day',
  async (format, compression) => {
    const id = await start({ format_version: format, compression });
    expect(await untilDone(id)).toMatchObject({ status: 'Completed' });
    const written = await files();
    const { body: runs } = await ask('GET', `/bulk-exports/${id}/runs`);
    expect(runs).toHaveLength(5);
    expect(
      runs.flatMap(
        (run) => (run['metadata'] as { result: { exported_files: string[] } }).result.exported_files,
      ),
    ).toEqual(written.map(({ key }) => `this-browser/${key}`));
    const layout =
      format === 'v1' ? '/runs/year=2026/month=11/day=' : '/resource=runs/year=2026/month=11/day=';
    for (const { key } of written) {
      expect(key).toContain(`export_id=${id}/tenant_id=`);
      expect(key).toContain(layout);
    }
    const expected = await runsBetween(NOW - 5 * DAY, NOW);
    expect(expected.length).toBeGreaterThan(50);
    const duckdb = await openDuckDb();
    const list = written.map(({ path }) => `'${path}'`).join(', ');
    const columns = 'id, name, run_type, status, total_tokens, error, epoch_us(start_time)';
    const rows = await duckdb.ids(
      `SELECT concat_ws('|', ${columns}, json_extract_string(inputs, '$.question')) FROM read_parquet([${list}]) ORDER BY id`,
    );
    const inWords = expected
      .map((run) =>
        [
          run['id'],
          run['name'],
          run['run_type'],
          run['status'],
          run['total_tokens'],
          run['error'],
          Math.round(Date.parse(textOf(run['start_time'])) * 1000) + micros(textOf(run['start_time'])),
          (run['inputs'] as JsonObject)['question'],
        ]
          .filter((value) => value !== null && value !== undefined)
          .map((value) => textOf(value))
          .join('|'),
      )
      .toSorted();
    expect(rows).toEqual(inWords);
    expect(await duckdb.ids(`SELECT DISTINCT typeof(inputs) FROM read_parquet([${list}])`)).toEqual([
      format === 'v1' ? 'VARCHAR' : 'JSON',
    ]);
    expect(
      (
        await duckdb.ids(
          `SELECT count(*) FROM (DESCRIBE SELECT * FROM read_parquet([${list}], hive_partitioning = false))`,
        )
      )[0],
    ).toBe(String(EXPORT_COLUMNS.length));
    duckdb.close();
  },
);

const micros = (time: string) => Number(/\.\d{3}(\d{3})Z$/.exec(time)?.[1] ?? 0);

test('a filter and chosen fields are all that is exported', async () => {
  const id = await start({ filter: 'eq(run_type, "llm")', export_fields: ['id', 'run_type'] });
  await untilDone(id);
  const duckdb = await openDuckDb();
  const list = (await files()).map(({ path }) => `'${path}'`).join(', ');
  expect(await duckdb.ids(`SELECT DISTINCT run_type FROM read_parquet([${list}])`)).toEqual(['llm']);
  const llm = (await runsBetween(NOW - 5 * DAY, NOW)).filter((run) => run['run_type'] === 'llm');
  expect(await duckdb.ids(`SELECT count(*) FROM read_parquet([${list}])`)).toEqual([textOf(llm.length)]);
  duckdb.close();
});

test.each(['v1', 'v2_beta'])('files of %s come back as the runs that they were', async (format) => {
  const id = await start({ format_version: format, compression: format === 'v1' ? 'gzip' : 'zstandard' });
  await untilDone(id);
  const before = await runsBetween(NOW - 5 * DAY, NOW);
  const other = createEngine({ now: () => world.clock.now() });
  for (const { path } of await files()) {
    const report = await other.load(readFileSync(path), { name: 'runs.parquet' });
    expect(report.skipped).toEqual([]);
  }
  expect(other.runCount).toBe(before.length);
  world.engine = other;
  const after = await runsBetween(NOW - 5 * DAY, NOW);
  const plain = (run: JsonObject) => ({ ...run, app_path: '', session_id: '', manifest_id: null });
  expect(after.map(plain)).toEqual(before.map(plain));
});

test('kept files are taken out together; one that is not kept is told', async () => {
  await untilDone(await start());
  const written = await files();
  const archive = (keys: readonly string[]) =>
    world.engine.fetch(
      new Request('http://engine/runlens/archive', { method: 'POST', body: JSON.stringify({ keys }) }),
    );
  const answer = await archive(written.map(({ key }) => key));
  const zipped = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  expect(Object.values(zipped).map((bytes) => Buffer.from(bytes))).toEqual(
    written.map(({ path }) => readFileSync(path)),
  );
  expect((await archive(['nowhere.parquet'])).status).toBe(404);
});
