import { expect, test } from 'vitest';
import { exportQuery } from './export-query.ts';
import { toSql } from './to-sql.ts';

const duck = (filter: string) => toSql(filter, { dialect: 'duckdb', runs: 'runs' });
const click = (filter: string) => toSql(filter, { dialect: 'clickhouse', runs: 'runs' });

test.each([
  ['eq(name, "it\'s")', "coalesce(name = 'it''s', FALSE)"],
  ['neq(status, "error")', "status IS DISTINCT FROM 'error'"],
  ['gt(latency, "5s")', 'coalesce((epoch_us(end_time) - epoch_us(start_time)) / 1e6 > 5, FALSE)'],
  [
    'gte(start_time, "2026-01-31T12:00:00.5Z")',
    "coalesce(start_time >= TIMESTAMPTZ '2026-01-31 12:00:00.500000+00', FALSE)",
  ],
  ['like(name, "a_%")', "coalesce(starts_with(lower(name), 'a_'), FALSE)"],
  ['like(name, "a_%b")', "coalesce(lower(name) LIKE 'a\\_%b' ESCAPE '\\', FALSE)"],
  ['eq(name, "\\u0000")', "coalesce(name = ('' || chr(0) || ''), FALSE)"],
])('DuckDB: %s', (filter, condition) => {
  expect(duck(filter)).toEqual({ condition, unsupported: [], notes: [] });
});

test.each([
  ['eq(name, "it\'s \\\\ \\n")', "coalesce(name = 'it\\'s \\\\\\\\ \\n', FALSE)".replace('\\\\\\\\', '\\\\')],
  ['has(tags, "prod")', "arrayExists(tag -> coalesce(tag = 'prod', FALSE), tags)"],
  ['gt(latency, 5)', "coalesce(dateDiff('microsecond', start_time, end_time) / 1e6 > 5, FALSE)"],
  [
    'lt(start_time, "2026-01-31")',
    "coalesce(start_time < toDateTime64('2026-01-31 00:00:00', 6, 'UTC'), FALSE)",
  ],
  ['eq(metadata_key, "a.b")', "(coalesce(JSONHas(extra, 'metadata', 'a', 'b') = 1, FALSE))"],
  ['like(name, "a_%b")', "coalesce(lowerUTF8(name) LIKE 'a\\\\_%b', FALSE)"],
])('ClickHouse: %s', (filter, condition) => {
  expect(click(filter)).toMatchObject({ condition, unsupported: [] });
});

test('ClickHouse may find tags as JSON text', () => {
  const { condition } = toSql('has(tags, "x")', { dialect: 'clickhouse', tags: 'json' });
  expect(condition).toContain("JSONExtract(tags, 'Array(String)')");
});

test.each([
  ['and(eq(name, "a"), eq(feedback_comment, "x"))', 'feedback_comment'],
  ['and(eq(name, "a"), and(eq(feedback_key, "k"), eq(feedback_value, 3)))', 'feedback_value'],
  [
    'and(eq(name, "a"), and(eq(feedback_key, "k"), eq(feedback_value, "x"), gt(feedback_score, 1)))',
    'feedback_value',
  ],
])('%s: what an export cannot answer is named and only widens', (filter, field) => {
  const { condition, unsupported } = duck(filter);
  expect(condition).toBe("coalesce(name = 'a', FALSE)");
  expect(unsupported).toEqual([expect.stringContaining(field)]);
});

test('an alternative or a denial with an unanswerable part falls as a whole', () => {
  expect(duck('or(eq(name, "a"), eq(feedback_source, "api"))').condition).toBe('TRUE');
  expect(duck('not(and(eq(name, "a"), eq(feedback_source, "api")))').condition).toBe('TRUE');
  expect(duck('not(or(eq(name, "a"), eq(feedback_source, "api")))').condition).toBe(
    "NOT (coalesce(name = 'a', FALSE))",
  );
});

test.each<[string, string, 'duckdb' | 'clickhouse']>([
  ['and(eq(feedback_key, "k"), gt(feedback_score, 0.5))', 'average', 'duckdb'],
  ['eq(metadata_key, "k")', 'list of objects', 'clickhouse'],
  ['search("refund")', 'keys are found too', 'clickhouse'],
] as const)(
  '%s is answered with a difference, which is told',
  (filter, note, dialect = 'duckdb' as const) => {
    expect(toSql(filter, { dialect }).notes.join(' ')).toContain(note);
  },
);

test('ClickHouse is asked for keys by name only', () => {
  expect(click('eq(metadata_value, "x")')).toMatchObject({
    condition: 'TRUE',
    unsupported: [expect.stringContaining('metadata_value') as string],
  });
});

test.each([
  ['/data/**/*.parquet', "file('/data/**/*.parquet', 'Parquet')"],
  [
    'https://storage.googleapis.com/b/p/**',
    "s3('https://storage.googleapis.com/b/p/**', '<access_key_id>', '<secret_access_key>', 'Parquet')",
  ],
])('ClickHouse reads %s', (path, source) => {
  const { sql } = exportQuery(
    { filter: 'eq(status, "error")', isRoot: true, limit: 5 },
    { dialect: 'clickhouse', path },
  );
  expect(sql.split('\n')).toEqual([
    'WITH runs AS (',
    `  SELECT * FROM ${source}`,
    ')',
    'SELECT id, trace_id, name, run_type, status, start_time, end_time, total_tokens, total_cost, error',
    'FROM runs',
    'WHERE is_root',
    "  AND coalesce(status = 'error', FALSE)",
    'ORDER BY start_time DESC, id DESC',
    'LIMIT 5;',
  ]);
});

test('a remark cannot leave its comment', () => {
  const { sql } = exportQuery({ select: ['x\n; DROP TABLE runs; --'] }, { dialect: 'duckdb', path: 'x' });
  expect(sql.split('\n')[0]).toBe(
    '-- Not asked: column x ; DROP TABLE runs; --: an export does not have it.',
  );
});

test('a wrong filter matches nothing and says why', () => {
  const { sql, unsupported } = exportQuery({ filter: 'eq(colour, "red")' }, { dialect: 'duckdb', path: 'x' });
  expect(sql).toContain('WHERE FALSE');
  expect(unsupported).toEqual([expect.stringContaining('colour')]);
});
