import { schemeAndRest } from '../bucket-address.ts';
import { isGoogle } from './download-commands.ts';
import type { ExportPlace } from './export-place.ts';
import { countQuery, type Statement, sqlText } from './statement.ts';

/** Without logical types its times would be numbers; without regard to case its names need no quotes. */
export function snowflakeStatement(place: ExportPlace): Statement {
  const isInGoogle = isGoogle(place);
  return {
    system: 'snowflake',
    title: 'Snowflake',
    text: [
      'CREATE OR REPLACE FILE FORMAT langsmith_parquet TYPE = PARQUET USE_LOGICAL_TYPE = TRUE;',
      ...(isInGoogle ? integration(place) : []),
      'CREATE OR REPLACE STAGE langsmith_export',
      ...stage(place, isInGoogle).map((line) => `  ${line}`),
      '  FILE_FORMAT = langsmith_parquet;',
      '',
      'CREATE OR REPLACE TABLE langsmith_runs USING TEMPLATE (',
      '  SELECT ARRAY_AGG(OBJECT_CONSTRUCT(*)) FROM TABLE(INFER_SCHEMA(',
      "    LOCATION => '@langsmith_export', FILE_FORMAT => 'langsmith_parquet', IGNORE_CASE => TRUE)));",
      'COPY INTO langsmith_runs FROM @langsmith_export MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE;',
      '',
      countQuery('langsmith_runs', place.fields),
    ].join('\n'),
    notes: notesOf(place, isInGoogle),
  };
}

function stage({ bucket, folder, address }: ExportPlace, isInGoogle: boolean): readonly string[] {
  if (isInGoogle) {
    return [`URL = ${sqlText(`gcs://${bucket}/${folder}/`)}`, 'STORAGE_INTEGRATION = langsmith_gcs'];
  }
  const keys = "CREDENTIALS = (AWS_KEY_ID = 'YOUR_ACCESS_KEY_ID' AWS_SECRET_KEY = 'YOUR_SECRET_ACCESS_KEY')";
  const { endpoint } = address;
  if (endpoint === undefined) return [`URL = ${sqlText(`s3://${bucket}/${folder}/`)}`, keys];
  const host = schemeAndRest(endpoint)[1];
  return [`URL = ${sqlText(`s3compat://${bucket}/${folder}/`)}`, `ENDPOINT = ${sqlText(host)}`, keys];
}

/** Snowflake takes no HMAC keys for Google's buckets, only an account of its own that is let in. */
const integration = ({ bucket, folder }: ExportPlace): readonly string[] => [
  'CREATE STORAGE INTEGRATION IF NOT EXISTS langsmith_gcs',
  "  TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'GCS' ENABLED = TRUE",
  `  STORAGE_ALLOWED_LOCATIONS = (${sqlText(`gcs://${bucket}/${folder}/`)});`,
  '-- Let the account that this names read the bucket',
  'DESC STORAGE INTEGRATION langsmith_gcs;',
];

function notesOf({ address }: ExportPlace, isInGoogle: boolean): readonly string[] {
  if (isInGoogle || address.endpoint === undefined) return [];
  return [
    'Snowflake reads a store of your own only if it is reachable from the internet by https, and with the bucket in the host name.',
  ];
}
