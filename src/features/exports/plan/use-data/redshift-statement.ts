import { EXPORT_COLUMNS } from '../../../../filter/sql/export-query.ts';
import type { ExportPlace } from './export-place.ts';
import { countQuery, type Statement, sqlText } from './statement.ts';

const ROLE = "IAM_ROLE 'arn:aws:iam::YOUR_ACCOUNT:role/YOUR_ROLE'";
const LISTS = new Set(['parent_run_ids', 'tags']);
const TYPES: Readonly<Record<string, string>> = {
  is_root: 'BOOLEAN',
  start_time: 'TIMESTAMP',
  end_time: 'TIMESTAMP',
  first_token_time: 'TIMESTAMP',
  total_tokens: 'BIGINT',
  prompt_tokens: 'BIGINT',
  completion_tokens: 'BIGINT',
  total_cost: 'DOUBLE PRECISION',
  prompt_cost: 'DOUBLE PRECISION',
  completion_cost: 'DOUBLE PRECISION',
};
const LONGEST = 'VARCHAR(65535)';

/** COPY of columnar files knows no REGION and fills the columns by their place, not by their name. */
export function redshiftStatement(place: ExportPlace): Statement {
  const { isV1, fields } = place;
  const columns = fields && fields.length > 0 ? fields : EXPORT_COLUMNS;
  const typeOf = (name: string) => (LISTS.has(name) && !isV1 ? 'SUPER' : (TYPES[name] ?? LONGEST));
  const hasLists = !isV1 && columns.some((name) => LISTS.has(name));
  const isInAmazon = place.address.endpoint === undefined;
  const bucket = isInAmazon ? place.bucket : 'YOUR_S3_BUCKET';
  return {
    system: 'redshift',
    title: 'Redshift',
    text: [
      'CREATE TABLE langsmith_runs (',
      columns.map((name) => `  ${name} ${typeOf(name)}`).join(',\n'),
      ');',
      '',
      'COPY langsmith_runs',
      `FROM ${sqlText(`s3://${bucket}/${place.folder}/`)}`,
      ROLE,
      `FORMAT AS PARQUET${hasLists ? ' SERIALIZETOJSON' : ''};`,
      '',
      countQuery('langsmith_runs', fields),
    ].join('\n'),
    notes: [
      isInAmazon
        ? `The cluster must be in the region of the bucket${place.region === undefined ? '' : ` (${place.region})`}.`
        : 'Redshift reads Amazon S3 only: copy the files into a bucket there (YOUR_S3_BUCKET), in the region of the cluster, first.',
      'COPY fills columns by their place: if it refuses, compare with the order in the files (DESCRIBE in DuckDB).',
      'A text of more than 65,535 bytes stops it; SUPER takes longer ones where enable_large_strings_opt_in is set.',
    ],
  };
}
