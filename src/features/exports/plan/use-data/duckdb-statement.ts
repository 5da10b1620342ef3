import { schemeAndRest } from '../bucket-address.ts';
import type { ExportPlace } from './export-place.ts';
import { countQuery, type Statement, sqlText, V1_NOTE } from './statement.ts';

export function duckdbStatement(place: ExportPlace): Statement {
  const { bucket, folder, region, address, isV1, fields } = place;
  const [scheme, host] = schemeAndRest(address.endpoint ?? 'https://s3.amazonaws.com');
  const options = [
    'TYPE s3',
    "KEY_ID 'YOUR_ACCESS_KEY_ID'",
    "SECRET 'YOUR_SECRET_ACCESS_KEY'",
    ...(region === undefined ? [] : [`REGION ${sqlText(region)}`]),
    ...(address.endpoint === undefined ? [] : [`ENDPOINT ${sqlText(host)}`]),
    `URL_STYLE '${address.style === 'path' ? 'path' : 'vhost'}'`,
    ...(scheme === 'http' ? ['USE_SSL false'] : []),
  ];
  return {
    system: 'duckdb',
    title: 'DuckDB',
    text: [
      `CREATE OR REPLACE SECRET langsmith_export (\n  ${options.join(',\n  ')}\n);`,
      '',
      countQuery(readParquet(sqlText(`s3://${bucket}/${folder}/**/*.parquet`), !isV1), fields),
    ].join('\n'),
    notes: isV1 ? [V1_NOTE] : [],
  };
}

/** Where a key of a folder is a column too, both have the same values. */
export function readParquet(source: string, hasKeys: boolean): string {
  return `read_parquet(${source}, hive_partitioning = ${hasKeys})`;
}
