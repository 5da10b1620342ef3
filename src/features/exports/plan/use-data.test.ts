import { expect, test } from 'vitest';
import { exportFolder, type ExportPlace, statementsFor } from './use-data.ts';

const AWS: ExportPlace = {
  bucket: 'my-bucket',
  prefix: '/data/',
  region: 'eu-central-1',
  endpoint: undefined,
  isPathStyle: false,
  exportId: 'E',
  tenantId: 'T',
  projectId: 'S',
  formatVersion: 'v2_beta',
};
const MINIO: ExportPlace = {
  ...AWS,
  endpoint: 'http://127.0.0.1:9000',
  isPathStyle: true,
  region: undefined,
};

const textOf = (place: ExportPlace, system: string) =>
  statementsFor(place).find((statement) => statement.system === system)!;

test.each([
  ['v2_beta', AWS, 'data/export_id=E/tenant_id=T/session_id=S/resource=runs'],
  ['v1', { ...AWS, formatVersion: 'v1' }, 'data/export_id=E/tenant_id=T/session_id=S/runs'],
  ['without a prefix', { ...AWS, prefix: '' }, 'export_id=E/tenant_id=T/session_id=S/resource=runs'],
  ['of all experiments', { ...AWS, projectId: undefined }, 'data/export_id=E/tenant_id=T/*/resource=runs'],
] as [string, ExportPlace, string][])('the folder %s', (_what, place, folder) => {
  expect(exportFolder(place)).toBe(folder);
});

test('every system of the guide has a statement with the real path', () => {
  for (const { text, system } of statementsFor(AWS)) {
    expect(text, system).toContain('my-bucket');
    expect(text, system).toContain('export_id=E/tenant_id=T/session_id=S/resource=runs');
  }
});

test('DuckDB goes to another store, without TLS where it has none', () => {
  const { text } = textOf(MINIO, 'duckdb');
  expect(text).toContain("ENDPOINT '127.0.0.1:9000', URL_STYLE 'path', USE_SSL false");
  expect(textOf(AWS, 'duckdb').text).not.toContain('ENDPOINT');
});

test.each([
  ['Amazon', AWS, 'https://my-bucket.s3.eu-central-1.amazonaws.com/data/'],
  ['path style', MINIO, 'http://127.0.0.1:9000/my-bucket/data/'],
  [
    'the bucket as host',
    { ...MINIO, endpoint: 'https://s3.example.com/', isPathStyle: false },
    'https://my-bucket.s3.example.com/data/',
  ],
] as [string, ExportPlace, string][])('ClickHouse reads %s', (_what, place, url) => {
  expect(textOf(place, 'clickhouse').text).toContain(url);
});

test('in v1 no keys are read from folders, and it is said', () => {
  const v1 = { ...AWS, formatVersion: 'v1' } as const;
  expect(textOf(v1, 'duckdb').text).toContain('hive_partitioning = false');
  expect(textOf(v1, 'duckdb').note).toContain('no key');
  expect(textOf(v1, 'bigquery').text).not.toContain('hive_partition_uri_prefix');
  expect(textOf(v1, 'pandas').text).toContain('partitioning=None');
});

test('what a system cannot read is said', () => {
  expect(textOf(MINIO, 'redshift').note).toMatch(/Amazon S3 only/);
  expect(textOf(AWS, 'bigquery').note).toMatch(/Google Cloud Storage/);
  expect(textOf({ ...AWS, endpoint: 'https://storage.googleapis.com' }, 'bigquery').note).toBe('');
});
