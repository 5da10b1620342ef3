/** Statements that read a finished export where it lies: real paths, secrets left as placeholders. */
import { cleanPrefix } from './destination-draft.ts';

export type FormatVersion = 'v1' | 'v2_beta';

export interface ExportPlace {
  readonly bucket: string;
  readonly prefix: string;
  readonly region: string | undefined;
  /** Undefined for Amazon S3. */
  readonly endpoint: string | undefined;
  readonly isPathStyle: boolean;
  readonly exportId: string;
  readonly tenantId: string;
  /** Undefined for an export of all experiments: then every project is read. */
  readonly projectId: string | undefined;
  readonly formatVersion: FormatVersion;
}

export type System = 'duckdb' | 'clickhouse' | 'bigquery' | 'snowflake' | 'redshift' | 'pandas' | 'polars';

export interface Statement {
  readonly system: System;
  readonly title: string;
  readonly language: 'sql' | 'python';
  readonly text: string;
  /** What the layout or the system makes special; '' = nothing. */
  readonly note: string;
}

/**
 * `<prefix>/export_id=…/tenant_id=…/session_id=…/runs|resource=runs` inside the bucket (CONTRACT §12.4). Some
 * stores get the bucket's name in front once more (`include_bucket_in_prefix`): the real files of a run say.
 */
export function exportFolder(place: ExportPlace): string {
  const { exportId, tenantId, projectId, formatVersion } = place;
  const parts = [
    cleanPrefix(place.prefix),
    `export_id=${exportId}`,
    `tenant_id=${tenantId}`,
    projectId === undefined ? '*' : `session_id=${projectId}`,
    formatVersion === 'v1' ? 'runs' : 'resource=runs',
  ];
  return parts.filter((part) => part !== '').join('/');
}

/** In v1 the folder `runs` has no key, so readers that look for key=value in every folder refuse or stop there. */
const V1_NOTE =
  'In format v1 the folder “runs” has no key; the columns of the path (year, month, day) are left out.';

export function statementsFor(place: ExportPlace): readonly Statement[] {
  const folder = exportFolder(place);
  const isV1 = place.formatVersion === 'v1';
  const note = isV1 ? V1_NOTE : '';
  return [
    { system: 'duckdb', title: 'DuckDB', language: 'sql', text: duckdb(place, folder, isV1), note },
    { system: 'clickhouse', title: 'ClickHouse', language: 'sql', text: clickhouse(place, folder), note: '' },
    {
      system: 'bigquery',
      title: 'BigQuery',
      language: 'sql',
      text: bigquery(place, folder, isV1),
      note: bigqueryNote(place, isV1),
    },
    { system: 'snowflake', title: 'Snowflake', language: 'sql', text: snowflake(place, folder), note: '' },
    {
      system: 'redshift',
      title: 'Redshift',
      language: 'sql',
      text: redshift(place, folder),
      note: redshiftNote(place),
    },
    { system: 'pandas', title: 'pandas', language: 'python', text: pandas(place, folder), note },
    { system: 'polars', title: 'polars', language: 'python', text: polars(place, folder, isV1), note },
  ];
}

function duckdb(place: ExportPlace, folder: string, isV1: boolean): string {
  const host = place.endpoint === undefined ? undefined : new URL(place.endpoint);
  const options = [
    'TYPE s3',
    "KEY_ID 'YOUR_ACCESS_KEY_ID'",
    "SECRET 'YOUR_SECRET_ACCESS_KEY'",
    ...(place.region ? [`REGION ${sqlText(place.region)}`] : []),
    ...(host
      ? [`ENDPOINT ${sqlText(host.host)}`, `URL_STYLE '${place.isPathStyle ? 'path' : 'vhost'}'`]
      : []),
    ...(host?.protocol === 'http:' ? ['USE_SSL false'] : []),
  ];
  const url = sqlText(`s3://${place.bucket}/${folder}/**/*.parquet`);
  return [
    `CREATE OR REPLACE SECRET langsmith_export (${options.join(', ')});`,
    '',
    'SELECT run_type, count(*) AS runs, count(*) FILTER (WHERE error IS NOT NULL) AS errors',
    `FROM read_parquet(${url}, hive_partitioning = ${isV1 ? 'false' : 'true'})`,
    'GROUP BY run_type ORDER BY runs DESC;',
  ].join('\n');
}

function clickhouse(place: ExportPlace, folder: string): string {
  const url = sqlText(`${httpRoot(place)}/${folder}/**/*.parquet`);
  return [
    'SELECT run_type, count() AS runs, countIf(error IS NOT NULL) AS errors',
    `FROM s3(${url}, 'YOUR_ACCESS_KEY_ID', 'YOUR_SECRET_ACCESS_KEY', 'Parquet')`,
    'GROUP BY run_type ORDER BY runs DESC;',
  ].join('\n');
}

function bigquery(place: ExportPlace, folder: string, isV1: boolean): string {
  const root = `gs://${place.bucket}/${folder}`;
  const hive = isV1 ? [] : [`  hive_partition_uri_prefix = ${sqlText(root)},`];
  return [
    'CREATE OR REPLACE EXTERNAL TABLE my_dataset.langsmith_runs',
    ...(isV1 ? [] : ['WITH PARTITION COLUMNS']),
    'OPTIONS (',
    "  format = 'PARQUET',",
    ...hive,
    `  uris = [${sqlText(`${root}/*`)}]`,
    ');',
    '',
    'SELECT run_type, COUNT(*) AS runs FROM my_dataset.langsmith_runs GROUP BY run_type;',
  ].join('\n');
}

const bigqueryNote = ({ endpoint }: ExportPlace, isV1: boolean) =>
  [
    endpoint?.includes('storage.googleapis.com')
      ? ''
      : 'BigQuery reads Google Cloud Storage; copy the files there first, or use BigQuery Omni.',
    isV1 ? V1_NOTE : '',
  ]
    .filter((part) => part !== '')
    .join(' ');

function snowflake(place: ExportPlace, folder: string): string {
  const { endpoint, bucket } = place;
  const url = endpoint === undefined ? `s3://${bucket}/${folder}/` : `s3compat://${bucket}/${folder}/`;
  return [
    'CREATE OR REPLACE FILE FORMAT langsmith_parquet TYPE = PARQUET;',
    'CREATE OR REPLACE STAGE langsmith_export',
    `  URL = ${sqlText(url)}`,
    ...(endpoint === undefined ? [] : [`  ENDPOINT = ${sqlText(new URL(endpoint).host)}`]),
    "  CREDENTIALS = (AWS_KEY_ID = 'YOUR_ACCESS_KEY_ID' AWS_SECRET_KEY = 'YOUR_SECRET_ACCESS_KEY')",
    '  FILE_FORMAT = langsmith_parquet;',
    '',
    'CREATE OR REPLACE TABLE langsmith_runs USING TEMPLATE (',
    '  SELECT ARRAY_AGG(OBJECT_CONSTRUCT(*)) FROM TABLE(',
    "    INFER_SCHEMA(LOCATION => '@langsmith_export', FILE_FORMAT => 'langsmith_parquet')));",
    'COPY INTO langsmith_runs FROM @langsmith_export MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE;',
  ].join('\n');
}

/** The order and types are those of the 31 columns (CONTRACT §12.4); COPY takes Parquet by position. */
function redshift({ bucket, region }: ExportPlace, folder: string): string {
  return [
    'CREATE EXTERNAL SCHEMA IF NOT EXISTS langsmith FROM DATA CATALOG',
    "  DATABASE 'langsmith' IAM_ROLE 'arn:aws:iam::YOUR_ACCOUNT:role/YOUR_ROLE' CREATE EXTERNAL DATABASE IF NOT EXISTS;",
    '',
    '-- A table with the columns of the export, in the order of its files',
    'COPY langsmith_runs',
    `FROM ${sqlText(`s3://${bucket}/${folder}/`)}`,
    "IAM_ROLE 'arn:aws:iam::YOUR_ACCOUNT:role/YOUR_ROLE'",
    `${region ? `REGION ${sqlText(region)} ` : ''}FORMAT AS PARQUET;`,
  ].join('\n');
}

const redshiftNote = ({ endpoint }: ExportPlace) =>
  endpoint === undefined ? '' : 'Redshift reads Amazon S3 only; copy the files there first.';

function pandas(place: ExportPlace, folder: string): string {
  const client =
    place.endpoint === undefined ? '' : `, "client_kwargs": {"endpoint_url": ${pyText(place.endpoint)}}`;
  return [
    '# pip install pandas pyarrow s3fs',
    'import pandas as pd',
    '',
    'runs = pd.read_parquet(',
    `    ${pyText(`s3://${place.bucket}/${folder}/`)},`,
    `    storage_options={"key": "YOUR_ACCESS_KEY_ID", "secret": "YOUR_SECRET_ACCESS_KEY"${client}},`,
    ...(place.formatVersion === 'v1' ? ['    partitioning=None,'] : []),
    ')',
    'print(runs.groupby("run_type").size())',
  ].join('\n');
}

function polars(place: ExportPlace, folder: string, isV1: boolean): string {
  const options = [
    '"aws_access_key_id": "YOUR_ACCESS_KEY_ID"',
    '"aws_secret_access_key": "YOUR_SECRET_ACCESS_KEY"',
    ...(place.region ? [`"aws_region": ${pyText(place.region)}`] : []),
    ...(place.endpoint === undefined ? [] : [`"aws_endpoint_url": ${pyText(place.endpoint)}`]),
  ];
  return [
    '# pip install polars',
    'import polars as pl',
    '',
    'runs = pl.scan_parquet(',
    `    ${pyText(`s3://${place.bucket}/${folder}/**/*.parquet`)},`,
    `    hive_partitioning=${isV1 ? 'False' : 'True'},`,
    `    storage_options={${options.join(', ')}},`,
    ')',
    'print(runs.group_by("run_type").len().collect())',
  ].join('\n');
}

function httpRoot({ endpoint, bucket, region, isPathStyle }: ExportPlace): string {
  if (endpoint === undefined) return `https://${bucket}.s3.${region ?? 'us-east-1'}.amazonaws.com`;
  const root = endpoint.replace(/\/+$/, '');
  return isPathStyle ? `${root}/${bucket}` : root.replace('://', `://${bucket}.`);
}

const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;
const pyText = (text: string) => JSON.stringify(text);
