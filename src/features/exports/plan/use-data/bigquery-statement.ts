import type { ExportPlace } from './export-place.ts';
import { countQuery, type Statement, sqlText, V1_NOTE } from './statement.ts';
import { isGoogle } from './download-commands.ts';

const BUCKET = 'YOUR_GCS_BUCKET';

/** One wildcard at most, none in the prefix; keys of folders must be no columns of the files. */
export function bigqueryStatement(place: ExportPlace): Statement {
  const isThere = isGoogle(place);
  const root = `gs://${isThere ? place.bucket : BUCKET}/${place.folder}`;
  const hive = place.hasOwnKeys;
  return {
    system: 'bigquery',
    title: 'BigQuery',
    text: [
      'CREATE OR REPLACE EXTERNAL TABLE my_dataset.langsmith_runs',
      ...(hive ? ['WITH PARTITION COLUMNS'] : []),
      'OPTIONS (',
      "  format = 'PARQUET',",
      ...(hive ? [`  hive_partition_uri_prefix = ${sqlText(root)},`] : []),
      `  uris = [${sqlText(`${root}/*`)}]`,
      ');',
      '',
      countQuery('my_dataset.langsmith_runs', place.fields),
    ].join('\n'),
    notes: [
      ...(isThere ? [] : [copyNote(place, root)]),
      ...(place.isV1 ? [V1_NOTE] : hive ? [] : [SEVERAL_NOTE]),
    ],
  };
}

const SEVERAL_NOTE =
  'With several projects the keys of the folders are not read: session_id is a column of the files already, and BigQuery refuses it twice.';

function copyNote({ address, bucket, folder }: ExportPlace, root: string): string {
  const how =
    address.endpoint === undefined
      ? `, for example: gcloud storage rsync --recursive s3://${bucket}/${folder} ${root}`
      : ': download them, then gcloud storage cp --recursive';
  return `BigQuery reads Google Cloud Storage. Copy the files into a bucket there (${BUCKET}) first${how}`;
}
