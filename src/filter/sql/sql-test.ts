/** One value against a Test (predicate.ts), as SQL that is true or false, never NULL. */
import type { ItemValue } from '../flatten.ts';
import type { LikePattern } from '../like.ts';
import type { Test } from '../predicate.ts';
import type { SqlWriter } from './sql-dialect.ts';

/** What an expression holds; a value of another type never passes a positive test. */
export type SqlType = 'string' | 'number' | 'boolean' | 'time';

const OPERATORS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

export function sqlTest(sql: SqlWriter, column: string, type: SqlType, test: Test): string {
  switch (test.op) {
    case 'eq':
      return fits(type, test.value) ? definite(`${column} = ${literal(sql, type, test.value)}`) : 'FALSE';
    case 'neq':
      return fits(type, test.value) ? sql.isDistinct(column, literal(sql, type, test.value)) : 'TRUE';
    case 'in': {
      const values = test.values
        .filter((value) => fits(type, value))
        .map((value) => literal(sql, type, value));
      return values.length > 0 ? definite(`${column} IN (${values.join(', ')})`) : 'FALSE';
    }
    case 'like':
      return type === 'string' ? definite(sqlLike(sql, column, test.pattern)) : 'FALSE';
    case 'notlike':
      return type === 'string' ? `NOT ${definite(sqlLike(sql, column, test.pattern))}` : 'TRUE';
    case 'present':
      return `${column} IS NOT NULL`;
    case 'missing':
      return `${column} IS NULL`;
    default:
      return fits(type, test.value)
        ? definite(`${column} ${OPERATORS[test.op]} ${literal(sql, type, test.value)}`)
        : 'FALSE';
  }
}

/** A comparison with NULL says neither yes nor no. */
export function definite(condition: string): string {
  return `coalesce(${condition}, FALSE)`;
}

function fits(type: SqlType, value: ItemValue): boolean {
  return typeof value === (type === 'time' ? 'number' : type);
}

function literal(sql: SqlWriter, type: SqlType, value: ItemValue): string {
  if (typeof value === 'string') return sql.text(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return type === 'time' ? sql.timestamp(value) : sqlNumber(value);
}

export function sqlNumber(value: number): string {
  return Object.is(value, -0) ? '0' : String(value);
}

/** The parts are folded; so must the column be. Databases do not know the final form of sigma. */
export function sqlLike(sql: SqlWriter, column: string, { parts }: LikePattern): string {
  const hasSigma = parts.some((part) => /[σς]/.test(part));
  const folded = hasSigma ? `replace(${sql.lower(column)}, 'ς', 'σ')` : sql.lower(column);
  const texts = parts.map((part) => part.replaceAll('ς', 'σ'));
  const [first = '', ...rest] = texts;
  const last = rest.at(-1);
  if (last === undefined) return `${folded} = ${sql.text(first)}`;
  const middle = rest.slice(0, -1);
  if (middle.length === 0 && first === '' && last === '') return `${column} IS NOT NULL`;
  if (middle.length === 0 && last === '') return sql.startsWith(folded, sql.text(first));
  if (middle.length === 0 && first === '') return sql.endsWith(folded, sql.text(last));
  if (middle.length === 1 && first === '' && last === '') return sql.contains(folded, sql.text(middle[0]!));
  return sql.like(folded, texts.map((text) => text.replace(/[\\_]/g, '\\$&')).join('%'));
}
