import { expect, test } from 'vitest';
import type { BulkExport, Destination } from '../../../../contract/bulk-export.ts';
import { EXPORT_COLUMNS } from '../../../../filter/sql/export-query.ts';
import { BUCKET_DOCUMENTS } from './documents.ts';
import { downloadCommands } from './download-commands.ts';
import { bulkExport, destination, MINIO } from './export-fixture.ts';
import { exportPlace } from './export-place.ts';
import type { System } from './statement.ts';
import { statementsFor } from './statements-for.ts';

const placeOf = (d: Partial<Destination> = {}, e: Partial<BulkExport> = {}) =>
  exportPlace(destination(d), bulkExport(e), []);
const of = (system: System, d?: Partial<Destination>, e?: Partial<BulkExport>) => {
  const { text, notes } = statementsFor(placeOf(d, e)).find((each) => each.system === system)!;
  return { text, notes: notes.join(' ') };
};

const GCS = { endpoint: 'https://storage.googleapis.com', region: undefined };
const OWN_HOST = { endpoint: 'https://my-bucket.s3.example.com', includesBucketInPrefix: false };
const ALL = { projectId: undefined, isAllExperiments: true };
const FOLDER = 'data/export_id=E/tenant_id=T/session_id=S/resource=runs';

test('every system of the guide has a statement with the folder, and documents', () => {
  for (const { text, system } of statementsFor(placeOf())) {
    expect(text, system).toContain(FOLDER);
    expect(BUCKET_DOCUMENTS[system].length, system).toBeGreaterThan(0);
  }
});

test('all experiments are read from above their projects, by no glob that a system does not know', () => {
  for (const { text, system } of statementsFor(placeOf({}, ALL))) {
    expect(text, system).toContain('data/export_id=E/tenant_id=T');
    expect(text, system).not.toContain('=T/*/');
  }
  for (const system of ['snowflake', 'redshift', 'pandas'] as const) {
    expect(of(system, {}, ALL).text.replaceAll('(*)', ''), system).not.toContain('*');
  }
  expect(of('bigquery', {}, ALL).text).not.toContain('hive_partition_uri_prefix');
  expect(of('bigquery', {}, ALL).text.match(/\*'/g)).toHaveLength(1);
  expect(of('pandas', {}, ALL).text).toContain('partitioning=None');
  expect(of('pandas').text).not.toContain('partitioning');
});

test.each<[System, Partial<Destination>, readonly string[]]>([
  ['duckdb', {}, ["URL_STYLE 'vhost'", `'s3://my-bucket/${FOLDER}/**/*.parquet'`]],
  ['duckdb', MINIO, ["ENDPOINT '127.0.0.1:9000'", "URL_STYLE 'path'", 'USE_SSL false']],
  ['duckdb', OWN_HOST, ["ENDPOINT 's3.example.com'", "URL_STYLE 'vhost'", `s3://my-bucket/${FOLDER}`]],
  ['clickhouse', {}, [`https://my-bucket.s3.eu-central-1.amazonaws.com/${FOLDER}/**/*.parquet`]],
  ['clickhouse', MINIO, [`http://127.0.0.1:9000/my-bucket/${FOLDER}`]],
  ['clickhouse', OWN_HOST, [`https://my-bucket.s3.example.com/${FOLDER}`]],
  ['bigquery', GCS, [`hive_partition_uri_prefix = 'gs://my-bucket/${FOLDER}'`]],
  ['snowflake', {}, [`'s3://my-bucket/${FOLDER}/'`]],
  ['snowflake', GCS, [`'gcs://my-bucket/${FOLDER}/'`, 'STORAGE_INTEGRATION = langsmith_gcs']],
  ['snowflake', OWN_HOST, [`'s3compat://my-bucket/${FOLDER}/'`, "ENDPOINT = 's3.example.com'"]],
  ['redshift', {}, [`'s3://my-bucket/${FOLDER}/'`, 'FORMAT AS PARQUET SERIALIZETOJSON;', 'tags SUPER']],
  ['pandas', MINIO, ['endpoint_override="127.0.0.1:9000"', 'scheme="http"', `"my-bucket/${FOLDER}"`]],
  ['pandas', OWN_HOST, ['endpoint_override="s3.example.com"', 'force_virtual_addressing=True']],
  ['polars', MINIO, ['"aws_allow_http": "true"', '"aws_virtual_hosted_style_request": "false"']],
  ['polars', OWN_HOST, ['"https://my-bucket.s3.example.com"', '"aws_virtual_hosted_style_request": "true"']],
])('%s of %o', (system, change, parts) => {
  const { text } = of(system, change);
  for (const part of parts) expect(text).toContain(part);
  expect(text).not.toMatch(/my-bucket[/.].*my-bucket[/.]/);
});

test('Redshift makes the table that it fills: the columns of the files in their order, no option it refuses', () => {
  const { text } = of('redshift');
  const names = [...text.matchAll(/^ {2}(\w+) [A-Z]/gm)].map(([, name]) => name);
  expect(names).toEqual(EXPORT_COLUMNS);
  expect(text).not.toContain('REGION');
  const few = of('redshift', {}, { fields: ['id', 'total_cost'] }).text;
  expect(few).toContain('(\n  id VARCHAR(65535),\n  total_cost DOUBLE PRECISION\n);');
  expect(few).not.toContain('SERIALIZETOJSON');
  expect(of('redshift', {}, { formatVersion: 'v1' }).text).not.toContain('SUPER');
});

test('only exported columns are asked for', () => {
  for (const { text, system } of statementsFor(placeOf({}, { fields: ['id', 'name'] }))) {
    expect(text, system).not.toContain('run_type');
  }
  expect(of('duckdb', {}, { fields: ['run_type'] }).text).not.toContain('error');
});

test('in v1 no keys are read from folders, and it is said', () => {
  const v1 = { formatVersion: 'v1' };
  expect(of('duckdb', {}, v1).text).toContain('hive_partitioning = false');
  expect(of('duckdb', {}, v1).notes).toContain('no key');
  expect(of('bigquery', {}, v1).text).not.toContain('hive_partition_uri_prefix');
  expect(of('pandas', {}, v1).text).toContain('partitioning=None');
});

test.each<[System, Partial<Destination>, RegExp]>([
  ['redshift', MINIO, /Amazon S3 only/],
  ['redshift', {}, /region of the bucket \(eu-central-1\)/],
  ['bigquery', {}, /rsync --recursive s3:\/\/my-bucket\/data/],
  ['snowflake', MINIO, /reachable from the internet/],
  ['clickhouse', { endpoint: 'https://h.com', addressing: 'virtual' }, /https:\/\/h\.com\/my-bucket/],
  ['duckdb', { endpoint: 'https://data.com', includesBucketInPrefix: false }, /YOUR_STORE_ENDPOINT/],
  ['duckdb', {}, /worked out from the destination/],
])('what %s cannot do with %o is said', (system, change, words) => {
  expect(of(system, change).notes).toMatch(words);
});

test('BigQuery never names a bucket of another store as one of Google’s', () => {
  expect(of('bigquery').text).toContain('gs://YOUR_GCS_BUCKET/');
  expect(of('redshift', MINIO).text).toContain('s3://YOUR_S3_BUCKET/');
});

test.each([
  [
    'Amazon',
    {},
    `aws s3 cp --recursive --region eu-central-1 s3://my-bucket/${FOLDER}/ langsmith-export-E\n`,
  ],
  ['a store', MINIO, `aws s3 cp --recursive --endpoint-url http://127.0.0.1:9000 --region us-east-1 s3://`],
  ['its own host', OWN_HOST, 'aws configure set default.s3.addressing_style virtual\n'],
  ['Google', GCS, `gcloud storage cp --recursive gs://my-bucket/${FOLDER} langsmith-export-E\n`],
] as [string, Partial<Destination>, string][])('files come down from %s', (_what, change, line) => {
  expect(downloadCommands(placeOf(change))).toContain(line);
});
