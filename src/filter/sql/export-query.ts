/** A whole question about runs as one SELECT over the Parquet files of a bulk export. */
import { check } from '../check.ts';
import { parse } from '../parse.ts';
import type { ExportFormat, SqlDialect, SqlWriter } from './sql-dialect.ts';
import { sqlTest, sqlNumber } from './sql-test.ts';
import { sqlWriter, toSql, type SqlCondition } from './to-sql.ts';

/** The arguments of list_runs; texts of filters, ids in lower case, bounds in epoch milliseconds (from ≤ start < to). */
export interface ExportQuestion {
  readonly filter?: string;
  readonly traceFilter?: string;
  readonly treeFilter?: string;
  readonly from?: number;
  readonly to?: number;
  readonly projectIds?: readonly string[];
  readonly runIds?: readonly string[];
  readonly traceId?: string;
  readonly parentRunId?: string;
  readonly referenceExampleId?: string;
  readonly runType?: string;
  readonly isRoot?: boolean;
  readonly error?: boolean;
  readonly order?: 'asc' | 'desc';
  readonly limit?: number;
  /** Columns; those that an export does not have are named and left out. */
  readonly select?: readonly string[];
}

export interface ExportOptions {
  readonly dialect: SqlDialect;
  /** A glob over the files, local or s3://. */
  readonly path: string;
  readonly formatVersion?: ExportFormat;
  readonly tags?: 'list' | 'json';
}

export interface ExportQuery extends Pick<SqlCondition, 'unsupported' | 'notes'> {
  readonly sql: string;
}

export const EXPORT_COLUMNS: readonly string[] =
  'id tenant_id session_id trace_id parent_run_id parent_run_ids reference_example_id name run_type start_time end_time status is_root dotted_order trace_tier inputs outputs error extra events tags feedback_stats total_tokens prompt_tokens completion_tokens total_cost prompt_cost completion_cost first_token_time'.split(
    ' ',
  );

const SHOWN = 'id trace_id name run_type status start_time end_time total_tokens total_cost error'.split(' ');

export function exportQuery(question: ExportQuestion, options: ExportOptions): ExportQuery {
  const sql = sqlWriter(options);
  const scopes = scopeConditions(question, options);
  const { columns, missing } = selection(question.select);
  const unsupported = [...missing, ...scopes.flatMap((each) => each.unsupported)];
  const notes = [...new Set([...scopes.flatMap((each) => each.notes), ...treeNotes(question)])];
  const conditions = [
    ...argumentConditions(question, sql),
    ...scopes.map(({ condition }) => condition),
  ].filter((condition) => condition !== 'TRUE');
  const order = question.order === 'asc' ? 'ASC' : 'DESC';
  const lines = [
    ...unsupported.map((reason) => `-- Not asked: ${oneLine(reason)}`),
    ...notes.map((note) => `-- ${oneLine(note)}`),
    'WITH runs AS (',
    `  SELECT * FROM ${sql.source(options.path)}`,
    ')',
    `SELECT ${columns.join(', ')}`,
    'FROM runs',
    ...conditions.map((condition, index) => `${index === 0 ? 'WHERE' : '  AND'} ${condition}`),
    `ORDER BY start_time ${order}, id ${order}`,
    ...(question.limit === undefined ? [] : [`LIMIT ${sqlNumber(question.limit)}`]),
  ];
  return { sql: `${lines.join('\n')};`, unsupported, notes };
}

function selection(select: readonly string[] | undefined) {
  const asked = select && select.length > 0 ? ['id', ...select.filter((name) => name !== 'id')] : SHOWN;
  const missing = asked
    .filter((name) => !EXPORT_COLUMNS.includes(name))
    .map((name) => `column ${name}: an export does not have it.`);
  return { columns: asked.filter((name) => EXPORT_COLUMNS.includes(name)), missing };
}

function argumentConditions(question: ExportQuestion, sql: SqlWriter): readonly string[] {
  const { from, to, projectIds, runIds, isRoot, error } = question;
  const equal = (column: string, value: string | undefined) =>
    value === undefined ? [] : [`${column} = ${sql.text(value)}`];
  const among = (column: string, values: readonly string[] | undefined) =>
    values && values.length > 0
      ? [`${column} IN (${values.map((value) => sql.text(value)).join(', ')})`]
      : [];
  return [
    ...(from === undefined ? [] : [`start_time >= ${sql.timestamp(from)}`]),
    ...(to === undefined ? [] : [`start_time < ${sql.timestamp(to)}`]),
    ...among('session_id', projectIds),
    ...among('id', runIds),
    ...equal('trace_id', question.traceId),
    ...equal('parent_run_id', question.parentRunId),
    ...equal('reference_example_id', question.referenceExampleId),
    ...equal('run_type', question.runType?.toLowerCase()),
    ...(isRoot === undefined ? [] : [isRoot ? 'is_root' : 'NOT is_root']),
    ...(error === undefined
      ? []
      : [sqlTest(sql, 'status', 'string', { op: error ? 'eq' : 'neq', value: 'error' })]),
  ];
}

/** Each filter by itself; those of the trace ask other rows of the same export. */
function scopeConditions(question: ExportQuestion, options: ExportOptions): readonly SqlCondition[] {
  const condition = (name: string, text: string | undefined): SqlCondition | undefined => {
    if (text === undefined || text.trim() === '') return undefined;
    const { tree, problems } = parse(text);
    const wrong = [...problems, ...check(tree)].find(
      ({ severity, code }) => severity === 'error' && code !== 'not-refused',
    );
    // A wrong clause matches no run, here as everywhere; the person is told why the result is empty.
    if (wrong) return { condition: 'FALSE', unsupported: [`${name}: ${wrong.message}`], notes: [] };
    return tree && toSql(tree, { ...options, runs: 'runs' });
  };
  const inTrace = (found: SqlCondition | undefined, extra: string): readonly SqlCondition[] =>
    found
      ? [{ ...found, condition: `trace_id IN (SELECT trace_id FROM runs WHERE ${extra}${found.condition})` }]
      : [];
  const own = condition('filter', question.filter);
  return [
    ...(own ? [own] : []),
    ...inTrace(condition('trace filter', question.traceFilter), 'is_root AND '),
    ...inTrace(condition('tree filter', question.treeFilter), ''),
  ];
}

function treeNotes({ traceFilter, treeFilter }: ExportQuestion): readonly string[] {
  const asksOthers = [traceFilter, treeFilter].some((text) => text !== undefined && text.trim() !== '');
  return asksOthers
    ? [
        'Only runs inside the export are seen: an export with a filter of its own may lack roots and siblings.',
      ]
    : [];
}

/** A comment ends with its line. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
