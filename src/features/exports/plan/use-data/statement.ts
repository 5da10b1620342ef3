export type System = 'duckdb' | 'clickhouse' | 'bigquery' | 'snowflake' | 'redshift' | 'pandas' | 'polars';

export interface Statement {
  readonly system: System;
  readonly title: string;
  readonly text: string;
  /** What the layout or the system makes special. */
  readonly notes: readonly string[];
}

/** In v1 the folder `runs` has no key, so readers that look for key=value in every folder refuse or stop there. */
export const V1_NOTE =
  'In format v1 the folder “runs” has no key; the columns of the path (year, month, day) are left out.';

export const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;
/** A JSON text is a Python text too. */
export const pyText = (text: string) => JSON.stringify(text);

type Fields = readonly string[] | undefined;

/** A first question that every database answers, of columns that the files have. */
export function countQuery(source: string, fields: Fields): string {
  if (!hasField('run_type', fields)) return `SELECT count(*) AS runs\nFROM ${source};`;
  const errors = hasField('error', fields)
    ? ', sum(CASE WHEN error IS NULL THEN 0 ELSE 1 END) AS errors'
    : '';
  return `SELECT run_type, count(*) AS runs${errors}\nFROM ${source}\nGROUP BY run_type ORDER BY runs DESC;`;
}

/** Undefined fields are all fields. */
export function hasField(name: string, fields: Fields): boolean {
  return fields === undefined || fields.length === 0 || fields.includes(name);
}
