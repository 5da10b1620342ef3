import { bucketUrl } from '../bucket-address.ts';
import type { ExportPlace } from './export-place.ts';
import { countQuery, type Statement, sqlText } from './statement.ts';

/** What ClickHouse takes for a bucket in a host; in any other it takes the path's first part for the bucket. */
const BUCKET_IN_HOST = /^https?:\/\/[^/]+\.(s3express[-a-z0-9]+|s3|cos|obs|oss|oss-data-acc|eos)[.-]/;

export function clickhouseStatement({ bucket, folder, region, address, fields }: ExportPlace): Statement {
  const root = bucketUrl(bucket, address, region);
  const isMisread = address.style === 'virtual' && !BUCKET_IN_HOST.test(root);
  return {
    system: 'clickhouse',
    title: 'ClickHouse',
    text: countQuery(
      `s3(${sqlText(`${root}/${folder}/**/*.parquet`)}, 'YOUR_ACCESS_KEY_ID', 'YOUR_SECRET_ACCESS_KEY', 'Parquet')`,
      fields,
    ),
    notes: isMisread
      ? [
          `ClickHouse finds a bucket in the host only before “s3.”, “cos.”, “obs.”, “oss.” or “eos.”. If this store also takes it in the path, write ${bucketUrl(bucket, { ...address, style: 'path' })} instead of ${root}; else download the files and read them with clickhouse local.`,
        ]
      : [],
  };
}
