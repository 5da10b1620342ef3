/** A filter as an SQL condition over the columns of a bulk export (CONTRACT §12.4). */
import type { Expression } from '../ast.ts';
import { lower } from '../lower.ts';
import { parse } from '../parse.ts';
import type { Predicate, RunField, Test } from '../predicate.ts';
import { clickhouse } from './clickhouse.ts';
import { doubtAbout } from './doubts.ts';
import { duckdb } from './duckdb.ts';
import type { ExportFormat, SqlDialect, SqlWriter } from './sql-dialect.ts';
import { definite, type SqlType, sqlLike, sqlTest } from './sql-test.ts';
import { widen } from './widen.ts';

export interface SqlOptions {
  readonly dialect: SqlDialect;
  readonly formatVersion?: ExportFormat;
  /** How the export stores tags: DuckDB reads either, ClickHouse must be told (UNKNOWNS U26). */
  readonly tags?: 'list' | 'json';
  /** Name under which the same rows can be asked again, for what is known of a run's root only. */
  readonly runs?: string;
}

export interface SqlCondition {
  /** Never NULL. `TRUE` when nothing was asked or nothing could be said. */
  readonly condition: string;
  /** What an export cannot answer, one sentence each; the condition then finds more, not less. */
  readonly unsupported: readonly string[];
  /** What it answers with a difference. */
  readonly notes: readonly string[];
}

export function sqlWriter({ dialect, formatVersion = 'v2_beta', tags = 'list' }: SqlOptions): SqlWriter {
  return dialect === 'duckdb' ? duckdb(formatVersion) : clickhouse(tags);
}

/** Takes text or a tree in which check() finds no error. */
export function toSql(filter: string | Expression, options: SqlOptions): SqlCondition {
  const tree = typeof filter === 'string' ? parse(filter).tree : filter;
  return tree ? predicateToSql(lower(tree), options) : { condition: 'TRUE', unsupported: [], notes: [] };
}

function predicateToSql(predicate: Predicate, options: SqlOptions): SqlCondition {
  const unsupported = new Set<string>();
  const notes = new Set<string>();
  const kept = widen(
    predicate,
    (part) => doubtAbout(part, options),
    (_, reason) => unsupported.add(reason),
  );
  const writer = new ConditionWriter(sqlWriter(options), options, (note) => notes.add(note));
  return {
    condition: kept ? writer.write(kept) : 'TRUE',
    unsupported: [...unsupported],
    notes: [...notes],
  };
}

const TYPES: Readonly<Partial<Record<RunField, SqlType>>> = {
  is_root: 'boolean',
  start_time: 'time',
  end_time: 'time',
};
const NUMBERS = new Set<RunField>([
  'total_tokens',
  'prompt_tokens',
  'completion_tokens',
  'total_cost',
  'prompt_cost',
  'completion_cost',
]);

class ConditionWriter {
  readonly #sql: SqlWriter;
  readonly #options: SqlOptions;
  readonly #note: (note: string) => void;

  constructor(sql: SqlWriter, options: SqlOptions, note: (note: string) => void) {
    this.#sql = sql;
    this.#options = options;
    this.#note = note;
  }

  write(predicate: Predicate): string {
    switch (predicate.kind) {
      case 'constant':
        return predicate.holds ? 'TRUE' : 'FALSE';
      case 'not':
        return `NOT (${this.write(predicate.part)})`;
      case 'and':
      case 'or':
        return this.#join(
          predicate.kind,
          predicate.parts.map((part) => this.write(part)),
        );
      case 'tag':
        return this.#sql.someTag((tag) => sqlTest(this.#sql, tag, 'string', predicate.test));
      case 'search':
        return this.#join(
          'and',
          predicate.terms.map((term) => this.#term(term)),
        );
      case 'some':
        return this.#some(predicate);
      default:
        return this.#compare(predicate.field, predicate.test);
    }
  }

  #join(op: 'and' | 'or', parts: readonly string[]): string {
    if (parts.length === 0) return 'TRUE';
    return parts.length === 1 ? parts[0]! : `(${parts.join(op === 'and' ? ' AND ' : ' OR ')})`;
  }

  #some({ group, where }: Extract<Predicate, { kind: 'some' }>): string {
    if (group !== 'feedback') return this.#sql.someItem(group, where, this.#note);
    if (where.some(({ on }) => on === 'score')) {
      this.#note(
        'An export holds the average of the scores of a key: with several scores, the average is compared.',
      );
    }
    return this.#sql.someFeedback(where);
  }

  #compare(field: RunField, test: Test): string {
    const sql = this.#sql;
    switch (field) {
      case 'thread_id':
        return this.#thread(test);
      case 'session_id':
        return sqlTest(sql, 'session_id', 'string', test);
      case 'latency':
        return sqlTest(sql, sql.secondsBetween('start_time', 'end_time'), 'number', test);
      case 'first_token_time':
        return sqlTest(sql, sql.secondsBetween('start_time', 'first_token_time'), 'number', test);
      case 'inputs':
      case 'outputs':
        return sql.wholeText(field, test, this.#note);
      default:
        if (NUMBERS.has(field)) return sqlTest(sql, sql.number(field), 'number', test);
        return sqlTest(sql, field, TYPES[field] ?? 'string', test);
    }
  }

  /** The values of the run's own keys and of its root's; a denial denies them all (README of filter/, §8). */
  #thread(test: Test): string {
    const isDenial = test.op === 'neq' || test.op === 'notlike' || test.op === 'missing';
    const wanted = isDenial ? complementOf(test) : test;
    const own = this.#sql.someThread((thread) => sqlTest(this.#sql, thread, 'string', wanted));
    const ofRoot = sqlTest(this.#sql, this.#sql.firstThread(), 'string', wanted);
    const { runs } = this.#options;
    if (!runs) this.#note('A thread that a run only inherits from its root is not seen by this condition.');
    const any = runs
      ? `(${own} OR trace_id IN (SELECT trace_id FROM ${runs} WHERE is_root AND ${ofRoot}))`
      : own;
    return isDenial ? `NOT (${any})` : any;
  }

  #term(term: string): string {
    const sql = this.#sql;
    const pattern = { parts: ['', term, ''] };
    const columns = ['name', 'error'].map((column) => definite(sqlLike(sql, column, pattern)));
    const tag = sql.someTag((each) => definite(sqlLike(sql, each, pattern)));
    return `(${[...columns, tag, sql.payloadContains(term, this.#note)].join(' OR ')})`;
  }
}

function complementOf(test: Test): Test {
  if (test.op === 'neq') return { op: 'eq', value: test.value };
  return test.op === 'notlike' ? { op: 'like', pattern: test.pattern } : { op: 'present' };
}
