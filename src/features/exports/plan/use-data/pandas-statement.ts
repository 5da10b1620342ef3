import { schemeAndRest } from '../bucket-address.ts';
import type { ExportPlace } from './export-place.ts';
import { hasField, pyText, type Statement, V1_NOTE } from './statement.ts';

/**
 * Arrow's own client of S3: the same for every store. Keys of folders that are columns too end in an
 * ArrowTypeError, so they are read only where there are none.
 */
export function pandasStatement(place: ExportPlace): Statement {
  const { bucket, folder, isV1, hasOwnKeys } = place;
  return {
    system: 'pandas',
    title: 'pandas',
    text: [
      '# pip install pandas pyarrow',
      'import pandas as pd',
      'from pyarrow import fs',
      '',
      's3 = fs.S3FileSystem(',
      ...clientOptions(place).map((line) => `    ${line},`),
      ')',
      'runs = pd.read_parquet(',
      `    ${pyText(`${bucket}/${folder}`)},`,
      '    filesystem=s3,',
      ...(hasOwnKeys ? [] : ['    partitioning=None,']),
      ')',
      pandasCount(place.fields),
    ].join('\n'),
    notes: isV1 ? [V1_NOTE] : [],
  };
}

function clientOptions({ bucket, region, address }: ExportPlace): readonly string[] {
  const keys = ['access_key="YOUR_ACCESS_KEY_ID"', 'secret_key="YOUR_SECRET_ACCESS_KEY"'];
  if (address.endpoint === undefined) {
    return [
      ...keys,
      region === undefined ? `region=fs.resolve_s3_region(${pyText(bucket)})` : `region=${pyText(region)}`,
    ];
  }
  const [scheme, host] = schemeAndRest(address.endpoint);
  return [
    ...keys,
    ...(region === undefined ? [] : [`region=${pyText(region)}`]),
    `endpoint_override=${pyText(host)}`,
    ...(scheme === 'http' ? ['scheme="http"'] : []),
    ...(address.style === 'virtual' ? ['force_virtual_addressing=True'] : []),
  ];
}

export const pandasCount = (fields: readonly string[] | undefined) =>
  hasField('run_type', fields) ? 'print(runs.groupby("run_type").size())' : 'print(len(runs))';
