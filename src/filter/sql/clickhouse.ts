/**
 * ClickHouse, whose JSON functions want the path of a value beforehand: keys are looked up by name, a list
 * at the end of the path counts by its members, lists on the way there are not looked into (and the person
 * is told). Written from ClickHouse's documents; no server has run it here.
 */
import type { ItemCondition, Test } from '../predicate.ts';
import { printMoment } from './duckdb.ts';
import { type SqlWriter, THREAD_KEYS } from './sql-dialect.ts';
import { definite, sqlLike, sqlNumber, sqlTest } from './sql-test.ts';

const ON_THE_WAY =
  'ClickHouse: a key inside a list of objects is not found, and a key with a dot in its name is read as a path.';
const RAW_JSON = 'ClickHouse: texts are looked for in the JSON itself, so keys are found too.';
const REMOTE = /^(?:https?|s3|gs):\/\//;

export function clickhouse(tags: 'list' | 'json'): SqlWriter {
  const tagList = tags === 'list' ? 'tags' : `JSONExtract(tags, 'Array(String)')`;
  const sql: SqlWriter = {
    text: clickText,
    timestamp: (time) => `toDateTime64('${printMoment(time)}', 6, 'UTC')`,
    secondsBetween: (from, to) => `dateDiff('microsecond', ${from}, ${to}) / 1e6`,
    number: (column) => `toFloat64(${column})`,
    isDistinct: (column, literal) => `NOT coalesce(${column} = ${literal}, FALSE)`,
    lower: (column) => `lowerUTF8(${column})`,
    contains: (column, literal) => `position(${column}, ${literal}) > 0`,
    startsWith: (column, literal) => `startsWith(${column}, ${literal})`,
    endsWith: (column, literal) => `endsWith(${column}, ${literal})`,
    like: (column, pattern) => `${column} LIKE ${clickText(pattern)}`,
    someTag: (test) => `arrayExists(tag -> ${test('tag')}, ${tagList})`,
    someItem: (group, where, remark) => {
      remark(ON_THE_WAY);
      const base = group === 'metadata' ? ['extra', `'metadata'`] : [`${group}s`];
      const key = where.find(({ on }) => on === 'key')!.test;
      const others = where.filter(({ on }) => on !== 'key');
      const paths = keysOf(key).map((name) => [...base, ...name.split('.').map(clickText)].join(', '));
      const parts = paths.map((path) => itemAt(sql, path, others));
      return parts.length > 0 ? `(${parts.join(' OR ')})` : 'FALSE';
    },
    someFeedback: (where) => {
      const conditions = where.map((condition) => feedbackCondition(sql, condition));
      return `arrayExists(k -> ${conditions.join(' AND ')}, JSONExtractKeys(coalesce(feedback_stats, '{}')))`;
    },
    wholeText: (column, test, remark) => {
      remark(RAW_JSON);
      return rawTest(sql, column, test);
    },
    payloadContains: (term, remark) => {
      remark(RAW_JSON);
      const raw = ['inputs', 'outputs', `JSONExtractRaw(coalesce(extra, '{}'), 'metadata')`];
      return raw
        .map((column) => definite(sqlLike(sql, column, { parts: ['', inJson(term), ''] })))
        .join(' OR ');
    },
    someThread: (test) => `(${THREAD_KEYS.map((key) => test(threadUnder(key))).join(' OR ')})`,
    firstThread: () => `coalesce(${THREAD_KEYS.map(threadUnder).join(', ')})`,
    source: (path) =>
      REMOTE.test(path)
        ? `s3(${clickText(path)}, '<access_key_id>', '<secret_access_key>', 'Parquet')`
        : `file(${clickText(path)}, 'Parquet')`,
  };
  return sql;
}

function threadUnder(key: string): string {
  return `nullIf(JSONExtractString(coalesce(extra, '{}'), 'metadata', '${key}'), '')`;
}

/** Backslash escapes, as in C. */
function clickText(value: string): string {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\0', '\\0');
  return `'${escaped.replaceAll('\n', '\\n')}'`;
}

function keysOf(test: Test): readonly string[] {
  if (test.op === 'eq') return [String(test.value)];
  return test.op === 'in' ? test.values.map(String) : [];
}

function itemAt(sql: SqlWriter, path: string, others: readonly ItemCondition[]): string {
  if (others.length === 0) return definite(`JSONHas(${path}) = 1`);
  const members = `if(JSONType(${path}) = 'Array', JSONExtractArrayRaw(${path}), [JSONExtractRaw(${path})])`;
  const conditions = others.map(({ test }) => rawValueTest(sql, test));
  return definite(`(JSONHas(${path}) = 1 AND arrayExists(r -> ${conditions.join(' AND ')}, ${members}))`);
}

/** `r` is the JSON text of one value. */
function rawValueTest(sql: SqlWriter, test: Test): string {
  switch (test.op) {
    case 'neq':
      return `NOT ${rawValueTest(sql, { op: 'eq', value: test.value })}`;
    case 'notlike':
      return `NOT ${rawValueTest(sql, { op: 'like', pattern: test.pattern })}`;
    case 'in':
      return test.values.length > 0
        ? `(${test.values.map((value) => rawValueTest(sql, { op: 'eq', value })).join(' OR ')})`
        : 'FALSE';
    case 'present':
      return `r != 'null'`;
    case 'missing':
      return `r = 'null'`;
    case 'like':
      return `(JSONType(r) = 'String' AND ${sqlLike(sql, 'JSONExtractString(r)', test.pattern)})`;
    default: {
      const { value } = test;
      if (typeof value === 'boolean') return `r = '${value}'`;
      if (typeof value === 'string')
        return `(JSONType(r) = 'String' AND ${sqlTest(sql, 'JSONExtractString(r)', 'string', test)})`;
      return `(JSONType(r) IN ('Int64', 'UInt64', 'Double') AND ${sqlTest(sql, 'JSONExtractFloat(r)', 'number', test)})`;
    }
  }
}

function feedbackCondition(sql: SqlWriter, { on, test }: ItemCondition): string {
  if (on === 'key') return sqlTest(sql, 'k', 'string', test);
  if (on === 'score') {
    return sqlTest(sql, `JSONExtract(feedback_stats, k, 'avg', 'Nullable(Float64)')`, 'number', test);
  }
  const count = (label: string) => `JSONExtractInt(feedback_stats, k, 'values', ${clickText(label)})`;
  if (test.op === 'neq') return `JSONExtractInt(feedback_stats, k, 'n') > ${count(String(test.value))}`;
  const labels = test.op === 'in' ? test.values.filter((value) => typeof value === 'string') : keysOf(test);
  return labels.length > 0
    ? `(${labels.map((label) => `${count(label)} > ${sqlNumber(0)}`).join(' OR ')})`
    : 'FALSE';
}

function rawTest(sql: SqlWriter, column: string, test: Test): string {
  if (!('pattern' in test)) return 'FALSE';
  const parts = test.pattern.parts.map(inJson);
  const found = definite(sqlLike(sql, column, { parts }));
  return test.op === 'notlike' ? `NOT ${found}` : found;
}

/** As the text stands inside a JSON string. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
