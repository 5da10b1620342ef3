/**
 * DuckDB. Tags may be a list or JSON text, payloads JSON text or structures: both are cast. json_tree gives
 * each leaf with a path like `$.messages[0].content`; without its positions that is the path of flatten.ts.
 * (A key that itself looks like `[0]` cannot be told from a position there.)
 */
import type { ItemCondition, Test } from '../predicate.ts';
import { type ExportFormat, type SqlWriter, THREAD_KEYS } from './sql-dialect.ts';
import { definite, sqlLike, sqlTest } from './sql-test.ts';

const PATH = `substr(regexp_replace(t.fullkey, '\\[[0-9]+\\]', '', 'g'), 3)`;
const IS_LEAF = `t.type NOT IN ('OBJECT', 'ARRAY') AND t.fullkey <> '$'`;
const TEXT = `(t.atom->>'$')`;
const IS_NUMBER = `t.type NOT IN ('VARCHAR', 'BOOLEAN', 'NULL')`;
const METADATA = `TRY_CAST(extra AS JSON)->'$.metadata'`;

export function duckdb(format: ExportFormat): SqlWriter {
  const sql: SqlWriter = {
    text: duckText,
    timestamp: (time) => duckTimestamp(time, format),
    secondsBetween: (from, to) => `(epoch_us(${to}) - epoch_us(${from})) / 1e6`,
    number: (column) => `CAST(${column} AS DOUBLE)`,
    isDistinct: (column, literal) => `${column} IS DISTINCT FROM ${literal}`,
    lower: (column) => `lower(${column})`,
    contains: (column, literal) => `contains(${column}, ${literal})`,
    startsWith: (column, literal) => `starts_with(${column}, ${literal})`,
    endsWith: (column, literal) => `ends_with(${column}, ${literal})`,
    like: (column, pattern) => `${column} LIKE ${duckText(pattern)} ESCAPE '\\'`,
    someTag: (test) =>
      `EXISTS (SELECT 1 FROM unnest(CAST(TRY_CAST(tags AS JSON) AS VARCHAR[])) AS u(tag) WHERE ${test('u.tag')})`,
    someItem: (group, where) => {
      const json = group === 'metadata' ? METADATA : `TRY_CAST(${group}s AS JSON)`;
      const conditions = where.map((condition) => itemCondition(sql, condition));
      return `EXISTS (SELECT 1 FROM json_tree(${json}) AS t WHERE ${[IS_LEAF, ...conditions].join(' AND ')})`;
    },
    someFeedback: (where) => {
      const conditions = where.map((condition) => feedbackCondition(sql, condition));
      return `EXISTS (SELECT 1 FROM json_each(TRY_CAST(feedback_stats AS JSON)) AS f WHERE ${conditions.join(' AND ')})`;
    },
    wholeText: (column, test) =>
      sqlTest(
        sql,
        `coalesce((SELECT string_agg(${TEXT}, chr(10) ORDER BY t.id) FROM json_tree(TRY_CAST(${column} AS JSON)) AS t WHERE t.type = 'VARCHAR'), '')`,
        'string',
        test,
      ),
    payloadContains: (term) =>
      ['TRY_CAST(inputs AS JSON)', 'TRY_CAST(outputs AS JSON)', METADATA]
        .map((json) => {
          const found = sqlLike(sql, TEXT, { parts: ['', term, ''] });
          return `EXISTS (SELECT 1 FROM json_tree(${json}) AS t WHERE t.type = 'VARCHAR' AND ${found})`;
        })
        .join(' OR '),
    someThread: (test) => {
      const isKey = `${PATH} IN (${THREAD_KEYS.map(duckText).join(', ')})`;
      const thread = `CASE WHEN t.type = 'VARCHAR' THEN nullif(${TEXT}, '') WHEN ${IS_NUMBER} THEN ${TEXT} END`;
      return `EXISTS (SELECT 1 FROM json_tree(${METADATA}) AS t WHERE ${IS_LEAF} AND ${isKey} AND ${test(thread)})`;
    },
    firstThread: () => `coalesce(${THREAD_KEYS.map(threadUnder).join(', ')})`,
    source: (path) => `read_parquet(${duckText(path)}, hive_partitioning = false, union_by_name = true)`,
  };
  return sql;
}

/** Standard strings know no escapes; a NUL would end the statement. */
function duckText(value: string): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  if (!value.includes('\0')) return quoted(value);
  return `(${value.split('\0').map(quoted).join(' || chr(0) || ')})`;
}

function duckTimestamp(time: number, format: ExportFormat): string {
  const text = printMoment(time);
  return format === 'v1' ? `TIMESTAMP '${text}'` : `TIMESTAMPTZ '${text}+00'`;
}

/** `2026-01-31 12:00:00.000001`, in UTC. */
export function printMoment(time: number): string {
  const micros = Math.round(time * 1000);
  const whole = Math.floor(micros / 1e6);
  const base = new Date(whole * 1000).toISOString().slice(0, 19).replace('T', ' ');
  const rest = micros - whole * 1e6;
  return rest === 0 ? base : `${base}.${String(rest).padStart(6, '0')}`;
}

function itemCondition(sql: SqlWriter, { on, test }: ItemCondition): string {
  return on === 'key' ? sqlTest(sql, PATH, 'string', test) : jsonTest(sql, test);
}

/** A leaf keeps its JSON type; the types of DuckDB's numbers are several. */
function jsonTest(sql: SqlWriter, test: Test): string {
  switch (test.op) {
    case 'eq':
      return `(${jsonTyped(sql, typeof test.value, test)})`;
    case 'neq':
      return `NOT ${jsonTest(sql, { op: 'eq', value: test.value })}`;
    case 'in':
      return test.values.length === 0
        ? 'FALSE'
        : `(${test.values.map((value) => jsonTest(sql, { op: 'eq', value })).join(' OR ')})`;
    case 'like':
      return `(${jsonTyped(sql, 'string', test)})`;
    case 'notlike':
      return `NOT ${jsonTest(sql, { op: 'like', pattern: test.pattern })}`;
    case 'present':
      return `t.type <> 'NULL'`;
    case 'missing':
      return `t.type = 'NULL'`;
    default:
      return `(${jsonTyped(sql, typeof test.value, test)})`;
  }
}

function jsonTyped(sql: SqlWriter, type: string, test: Test): string {
  if (type === 'number') {
    return `${IS_NUMBER} AND ${sqlTest(sql, `TRY_CAST(${TEXT} AS DOUBLE)`, 'number', test)}`;
  }
  if (type === 'boolean') {
    const isTrue = test.op === 'eq' && test.value === true;
    return `t.type = 'BOOLEAN' AND ${TEXT} = '${isTrue}'`;
  }
  return `t.type = 'VARCHAR' AND ${sqlTest(sql, TEXT, 'string', test)}`;
}

function feedbackCondition(sql: SqlWriter, { on, test }: ItemCondition): string {
  if (on === 'key') return sqlTest(sql, 'f.key', 'string', test);
  if (on === 'score') return sqlTest(sql, `TRY_CAST(f.value->>'$.avg' AS DOUBLE)`, 'number', test);
  const count = (label: string) =>
    `coalesce((SELECT max(TRY_CAST(v.value AS BIGINT)) FROM json_each(f.value->'$.values') AS v WHERE v.key = ${duckText(label)}), 0)`;
  if (test.op === 'eq') return `${count(String(test.value))} > 0`;
  if (test.op === 'neq')
    return definite(`TRY_CAST(f.value->>'$.n' AS BIGINT) > ${count(String(test.value))}`);
  if (test.op !== 'in') return 'FALSE';
  const labels = test.values.filter((value) => typeof value === 'string');
  return labels.length > 0 ? `(${labels.map((label) => `${count(label)} > 0`).join(' OR ')})` : 'FALSE';
}

/** A text that is not empty, or a number; as the server makes threads of metadata (CONTRACT §11). */
function threadUnder(key: string): string {
  const value = `TRY_CAST(extra AS JSON)->'$.metadata.${key}'`;
  return `CASE WHEN json_type(${value}) = 'VARCHAR' THEN nullif((${value})->>'$', '') WHEN json_type(${value}) IN ('BIGINT', 'UBIGINT', 'DOUBLE') THEN (${value})->>'$' END`;
}
