import { bucketUrl, schemeAndRest } from '../bucket-address.ts';
import type { ExportPlace } from './export-place.ts';
import { hasField, pyText, type Statement, V1_NOTE } from './statement.ts';

export function polarsStatement(place: ExportPlace): Statement {
  const { bucket, folder, isV1 } = place;
  return {
    system: 'polars',
    title: 'polars',
    text: [
      '# pip install polars',
      'import polars as pl',
      '',
      'runs = pl.scan_parquet(',
      `    ${pyText(`s3://${bucket}/${folder}/**/*.parquet`)},`,
      `    hive_partitioning=${isV1 ? 'False' : 'True'},`,
      '    storage_options={',
      ...clientOptions(place).map(([key, value]) => `        ${pyText(key)}: ${pyText(value)},`),
      '    },',
      ')',
      polarsCount(place.fields),
    ].join('\n'),
    notes: isV1 ? [V1_NOTE] : [],
  };
}

/** With the bucket in the host, its client wants it in the endpoint as well. */
function clientOptions({ bucket, region, address }: ExportPlace): readonly (readonly [string, string])[] {
  const { endpoint, style } = address;
  const isVirtual = style === 'virtual';
  return [
    ['aws_access_key_id', 'YOUR_ACCESS_KEY_ID'],
    ['aws_secret_access_key', 'YOUR_SECRET_ACCESS_KEY'],
    ...(region === undefined ? [] : [['aws_region', region] as const]),
    ...(endpoint === undefined
      ? []
      : ([
          ['aws_endpoint_url', isVirtual ? bucketUrl(bucket, address) : endpoint],
          ['aws_virtual_hosted_style_request', String(isVirtual)],
          ...(schemeAndRest(endpoint)[0] === 'http' ? ([['aws_allow_http', 'true']] as const) : []),
        ] as const)),
  ];
}

export const polarsCount = (fields: readonly string[] | undefined) =>
  hasField('run_type', fields)
    ? 'print(runs.group_by("run_type").len().collect())'
    : 'print(runs.select(pl.len()).collect())';
