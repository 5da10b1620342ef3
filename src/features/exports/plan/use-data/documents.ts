import type { System } from './statement.ts';

interface Document {
  readonly title: string;
  readonly href: string;
}

export type Documents = Readonly<Record<System, readonly Document[]>>;

/** What LangSmith's guide to bulk exports links, and the same for the two that it only speaks of as notebooks. */
export const BUCKET_DOCUMENTS: Documents = {
  bigquery: [
    {
      title: 'Loading data from Parquet',
      href: 'https://cloud.google.com/bigquery/docs/loading-data-cloud-storage-parquet',
    },
    {
      title: 'Hive partitioned loads',
      href: 'https://cloud.google.com/bigquery/docs/hive-partitioned-loads-gcs',
    },
  ],
  snowflake: [
    {
      title: 'Load from the cloud',
      href: 'https://docs.snowflake.com/en/user-guide/tutorials/load-from-cloud-tutorial',
    },
  ],
  redshift: [
    {
      title: 'COPY from Parquet',
      href: 'https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-copy-from-columnar.html',
    },
  ],
  clickhouse: [{ title: 'S3 integration', href: 'https://clickhouse.com/docs/integrations/s3' }],
  duckdb: [
    { title: 'S3 import', href: 'https://duckdb.org/docs/stable/guides/network_cloud_storage/s3_import' },
  ],
  pandas: [
    {
      title: 'read_parquet',
      href: 'https://pandas.pydata.org/docs/reference/api/pandas.read_parquet.html',
    },
  ],
  polars: [{ title: 'Cloud storage', href: 'https://docs.pola.rs/user-guide/io/cloud-storage/' }],
};

/** The same systems over files of this computer; the others read buckets only. */
export const FILE_DOCUMENTS: Documents = {
  ...BUCKET_DOCUMENTS,
  clickhouse: [
    {
      title: 'The file table function',
      href: 'https://clickhouse.com/docs/sql-reference/table-functions/file',
    },
  ],
  duckdb: [
    { title: 'Reading and writing Parquet', href: 'https://duckdb.org/docs/stable/data/parquet/overview' },
  ],
  polars: [{ title: 'Parquet', href: 'https://docs.pola.rs/user-guide/io/parquet/' }],
};
