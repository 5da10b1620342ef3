/** From spooled records to files, read back by programs that we did not write. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '../contract/run.ts';
import { type DuckDb, openDuckDb } from '../testing/ask-duckdb.ts';
import { fullRun } from './cases/full-run.ts';
import { spec } from './cases/spec.ts';
import { written } from './cases/written.ts';
import { MOST_KEYS } from './column-collector.ts';
import { loadZstd } from './formats/zstd.ts';
import { runColumns, runRow } from './run-columns.ts';
import type { SpoolRecord } from './spool.ts';

let duckdb: DuckDb;
let folder: string;
beforeAll(async () => {
  duckdb = await openDuckDb();
  folder = mkdtempSync(join(tmpdir(), 'runlens-extract-'));
});
afterAll(() => {
  duckdb.close();
  rmSync(folder, { recursive: true });
});

const row = (value: JsonObject): SpoolRecord => ({ k: 'row', row: value });
const strict = (bytes: Buffer): Record<string, string>[] =>
  parse(bytes, { columns: true, bom: true, relax_quotes: false, relax_column_count: false });

const COLUMNS = ['id', 'name', 'start_time', 'tags', 'total_tokens', 'total_cost', 'inputs', 'metadata'];

const ODD: readonly SpoolRecord[] = [
  row({
    id: 'a',
    name: '=HYPERLINK("http://x","y")',
    start_time: '2026-11-20T10:00:00.123456Z',
    tags: ['x', 'a,b'],
    total_tokens: 12,
    total_cost: 0.25,
    inputs: { question: 'line one\r\nline "two", three', '=k': '@x', n: -5 },
    metadata: null,
  }),
  row({
    id: 'b',
    name: '',
    start_time: '2026-11-20T09:00:00Z',
    tags: [],
    total_tokens: null,
    total_cost: null,
    inputs: { question: { nested: [1, 'é—🎈'] }, late: true },
    metadata: { user: 7 },
  }),
];

test('CSV: strict readers get every cell back; formulas are defused, numbers are left', async () => {
  const file = await written(spec({ columns: COLUMNS }), ODD);
  const rows = strict(file.bytes);
  expect(file.columns.map(({ name }) => name)).toEqual([
    ...COLUMNS.slice(0, 6),
    'inputs.question',
    'inputs.=k',
    'inputs.n',
    'inputs.late',
    'metadata.user',
  ]);
  expect(rows[0]).toEqual({
    id: 'a',
    name: '\'=HYPERLINK("http://x","y")',
    start_time: '2026-11-20T10:00:00.123456Z',
    tags: '["x","a,b"]',
    total_tokens: '12',
    total_cost: '0.25',
    'inputs.question': 'line one\r\nline "two", three',
    'inputs.=k': "'@x",
    'inputs.n': '-5',
    'inputs.late': '',
    'metadata.user': '',
  });
  expect(JSON.parse(rows[1]!['inputs.question']!)).toEqual({ nested: [1, 'é—🎈'] });
  expect(file.remarks).toEqual([expect.stringMatching(/^2 texts begin like a formula/)]);
});

test('CSV: without the apostrophes a text is itself, and missing is not empty', async () => {
  const file = await written(spec({ columns: COLUMNS, isExcelSafe: false, isFlat: false }), ODD);
  const path = join(folder, 'plain.csv');
  writeFileSync(path, file.bytes);
  expect(file.bytes.toString().startsWith('id,name')).toBe(true);
  expect(file.bytes.toString()).toContain('\r\nb,"",2026');
  expect(await duckdb.ids(`select name from read_csv('${path}', strict_mode=true) order by id`)).toEqual([
    '=HYPERLINK("http://x","y")',
    expect.stringMatching(/^(|null)$/),
  ]);
});

test.each(['snappy', 'zstd'] as const)(
  'Parquet (%s): DuckDB reads the types and the values',
  async (codec) => {
    const zstd = codec === 'zstd' ? await loadZstd() : undefined;
    const file = await written(spec({ columns: COLUMNS, format: 'parquet', codec }), ODD, zstd);
    const path = join(folder, `${codec}.parquet`);
    writeFileSync(path, file.bytes);
    const types = await duckdb.ids(`select column_type from (describe select * from '${path}')`);
    expect(types).toEqual([
      'VARCHAR',
      'VARCHAR',
      'TIMESTAMP WITH TIME ZONE',
      'VARCHAR[]',
      'BIGINT',
      'DOUBLE',
      'VARCHAR',
      'VARCHAR',
      'BIGINT',
      'BOOLEAN',
      'BIGINT',
    ]);
    expect(await duckdb.ids(`select epoch_us(start_time) from '${path}' order by id`)).toEqual([
      String(Date.UTC(2026, 10, 20, 10) * 1000 + 123_456),
      String(Date.UTC(2026, 10, 20, 9) * 1000),
    ]);
    expect(await duckdb.ids(`select to_json(tags) from '${path}' order by id`)).toEqual([
      '["x","a,b"]',
      '[]',
    ]);
    expect(await duckdb.ids(`select name from '${path}' order by id`)).toEqual([
      '=HYPERLINK("http://x","y")',
      '',
    ]);
    expect(await duckdb.ids(`select distinct compression from parquet_metadata('${path}')`)).toEqual([
      codec.toUpperCase(),
    ]);
  },
);

test('Parquet: many row groups, and none at all', async () => {
  const many = Array.from({ length: 45_000 }, (_, index) => row({ id: `r${index}`, name: 'n' }));
  const settings = spec({ columns: ['id', 'name'], format: 'parquet' });
  const file = await written(settings, many);
  const path = join(folder, 'many.parquet');
  writeFileSync(path, file.bytes);
  expect(await duckdb.ids(`select count(distinct id) from '${path}'`)).toEqual(['45000']);
  expect(await duckdb.ids(`select max(row_group_id) + 1 from parquet_metadata('${path}')`)).toEqual(['3']);
  const empty = join(folder, 'empty.parquet');
  writeFileSync(empty, (await written(settings, [])).bytes);
  expect(await duckdb.ids(`select count(*) from '${empty}'`)).toEqual(['0']);
});

test('JSON lines: a row per line, as it is', async () => {
  const file = await written(spec({ columns: COLUMNS, format: 'jsonl', isFlat: false }), ODD);
  const lines = file.bytes
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(lines).toEqual(ODD.map((record) => record.k === 'row' && record.row));
});

test('ids as keys do not make a table of a million columns, and nothing is dropped', async () => {
  const keys = Object.fromEntries(Array.from({ length: MOST_KEYS + 3 }, (_, index) => [`k${index}`, index]));
  const file = await written(spec({ columns: ['id', 'inputs'] }), [row({ id: 'a', inputs: keys })]);
  expect(file.columns).toHaveLength(1 + MOST_KEYS + 1);
  expect(JSON.parse(strict(file.bytes)[0]!['inputs']!)).toEqual({ k500: 500, k501: 501, k502: 502 });
  expect(file.remarks[0]).toMatch(/^inputs has more than 500/);
});

test('a run becomes a row of the columns asked for', () => {
  const full = fullRun('r', { error: 'boom', extra: { metadata: { a: 1 } }, inputs: { q: 1 }, tags: ['t'] });
  const columns = runColumns(['id', 'error', 'metadata', 'inputs', 'tags', 'nonsense']);
  expect(runRow(full, columns)).toEqual({
    id: 'r',
    error: 'boom',
    metadata: { a: 1 },
    inputs: { q: 1 },
    tags: ['t'],
  });
});

const part = (group: string, change: Parameters<typeof fullRun>[1]): SpoolRecord => ({
  k: 'part',
  g: group,
  run: fullRun(`${group}-part`, { traceId: group, isRoot: false, ...change }),
});
const root = (id: string, change: Parameters<typeof fullRun>[1]): SpoolRecord => ({
  k: 'root',
  g: id,
  run: fullRun(id, change),
});

test('traces: the columns of the script, one row per trace, each tool once', async () => {
  const records = [
    part('t1', { name: 'search' }),
    part('t2', { name: 'refund' }),
    root('t2', { name: 'bot', inputs: { q: 'b' }, outputs: { a: 'B' } }),
    part('t1', { name: 'lookup' }),
    part('t1', { name: 'search' }),
    root('t1', { name: 'agent', inputs: { q: 'a' } }),
  ];
  const file = await written(spec({ kind: 'traces', isFlat: false, format: 'jsonl' }), records);
  expect(
    file.bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    {
      run_id: 't1',
      run_name: 'agent',
      run_type: 'chain',
      inputs: { q: 'a' },
      outputs: null,
      tools_involved: ['search', 'lookup'],
    },
    {
      run_id: 't2',
      run_name: 'bot',
      run_type: 'chain',
      inputs: { q: 'b' },
      outputs: { a: 'B' },
      tools_involved: ['refund'],
    },
  ]);
});

test('retrievers: inputs are listed, outputs joined, feedback averaged', async () => {
  const stat = { n: 2, avg: 0.5, values: {}, comments: [] };
  const records = [
    part('t', { inputs: { query: 'one' }, outputs: { documents: [{ page: 1 }] } }),
    part('t', { inputs: { query: 'two' }, outputs: { documents: [{ page: 2 }, { page: 3 }] } }),
    root('t', { inputs: { q: 'x' }, outputs: { a: 'y' }, feedback: { user_score: stat } }),
  ];
  const file = await written(spec({ kind: 'retrievers', format: 'jsonl' }), records);
  expect(JSON.parse(file.bytes.toString())).toEqual({
    run_id: 't',
    run_name: 'agent',
    'inputs.q': 'x',
    'outputs.a': 'y',
    'feedback.user_score': 0.5,
    'retriever.inputs.query': ['one', 'two'],
    'retriever.outputs.documents': [{ page: 1 }, { page: 2 }, { page: 3 }],
  });
});

test('conversations: turns in order, the repeated history left out', async () => {
  const user = (text: string) => ({ role: 'user', content: text });
  const bot = (text: string) => ({ role: 'assistant', content: text });
  const turn = (at: number, inputs: JsonObject, outputs: JsonObject): SpoolRecord => ({
    k: 'part',
    g: 'th',
    run: fullRun(`r${at}`, { threadId: 'th', startTime: at, inputs, outputs }),
  });
  const records = [
    turn(2000, { messages: [user('hi'), bot('hello'), user('bye')] }, { messages: [bot('see you')] }),
    turn(1000, { messages: [user('hi')] }, { messages: [user('hi'), bot('hello')] }),
  ];
  const file = await written(spec({ kind: 'conversations', format: 'jsonl' }), records);
  expect(JSON.parse(file.bytes.toString())).toEqual({
    thread_id: 'th',
    turns: 2,
    run_ids: ['r1000', 'r2000'],
    start_time: '1970-01-01T00:00:01Z',
    messages: [user('hi'), bot('hello'), user('bye'), bot('see you')],
  });
});

test('feedback: one row per record', async () => {
  const file = await written(spec({ kind: 'feedback' }), [
    { k: 'feedback', feedback: { id: 'f', key: 'ok', score: true, comment: '+1', createdAt: 0 } },
  ]);
  expect(strict(file.bytes)[0]).toMatchObject({
    id: 'f',
    key: 'ok',
    score: '1',
    comment: "'+1",
    created_at: '1970-01-01T00:00:00Z',
  });
});
