/** Statements that read a finished export where it lies: real paths, secrets left as placeholders. */
import { bigqueryStatement } from './bigquery-statement.ts';
import { clickhouseStatement } from './clickhouse-statement.ts';
import { duckdbStatement } from './duckdb-statement.ts';
import type { ExportPlace } from './export-place.ts';
import { pandasStatement } from './pandas-statement.ts';
import { polarsStatement } from './polars-statement.ts';
import { redshiftStatement } from './redshift-statement.ts';
import { snowflakeStatement } from './snowflake-statement.ts';
import type { Statement, System } from './statement.ts';

const WRITERS = [
  duckdbStatement,
  clickhouseStatement,
  bigqueryStatement,
  snowflakeStatement,
  redshiftStatement,
  pandasStatement,
  polarsStatement,
];
/** These name the place in other ways, or copy it first. */
const WITHOUT_ENDPOINT: ReadonlySet<System> = new Set(['bigquery', 'redshift']);

export function statementsFor(place: ExportPlace): readonly Statement[] {
  const about = place.isRead
    ? []
    : ['The runs of this export name no files: the folder is worked out from the destination.'];
  return WRITERS.map((write) => {
    const statement = write(place);
    const address = WITHOUT_ENDPOINT.has(statement.system) ? '' : place.address.note;
    return { ...statement, notes: [...about, ...(address === '' ? [] : [address]), ...statement.notes] };
  });
}
