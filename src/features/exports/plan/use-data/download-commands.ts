/** Lines for a shell that bring the files of an export onto this computer. */
import { shellWord } from '../../../../lib/shell-text.ts';
import { schemeAndRest } from '../bucket-address.ts';
import type { ExportPlace } from './export-place.ts';

/** The store of `gs://`, whichever keys were used to write. */
export function isGoogle({ address }: Pick<ExportPlace, 'address'>): boolean {
  return /(^|\.)storage\.googleapis\.com$/.test(schemeAndRest(address.endpoint ?? '')[1]);
}

/** All in one folder at the end: a browser's file dialog opens one. Their paths stay in their names. */
export function downloadCommands(place: ExportPlace): string {
  const target = `langsmith-export-${place.exportId.slice(0, 8)}`;
  return [
    ...(isGoogle(place) ? withGcloud(place, target) : withAws(place, target)),
    '',
    '# All files into that one folder, the path of each in its name',
    `cd ${shellWord(target)}`,
    `find . -mindepth 2 -name '*.parquet' | while read -r file; do mv "$file" "$(printf %s "\${file#./}" | tr / _)"; done`,
  ].join('\n');
}

const withGcloud = ({ bucket, folder }: ExportPlace, target: string): readonly string[] => [
  `mkdir -p ${shellWord(target)}`,
  `gcloud storage cp --recursive ${shellWord(`gs://${bucket}/${folder}`)} ${shellWord(target)}`,
];

function withAws({ bucket, folder, region, address }: ExportPlace, target: string): readonly string[] {
  const { endpoint, style } = address;
  const options = [
    ...(endpoint === undefined ? [] : [`--endpoint-url ${shellWord(endpoint)}`]),
    // The client signs for a region even where the store has none.
    ...(region === undefined && endpoint === undefined
      ? []
      : [`--region ${shellWord(region ?? 'us-east-1')}`]),
  ];
  return [
    'export AWS_ACCESS_KEY_ID=YOUR_ACCESS_KEY_ID',
    'export AWS_SECRET_ACCESS_KEY=YOUR_SECRET_ACCESS_KEY',
    ...(style === (endpoint === undefined ? 'virtual' : 'path')
      ? []
      : [`aws configure set default.s3.addressing_style ${style}`]),
    ['aws s3 cp --recursive', ...options, shellWord(`s3://${bucket}/${folder}/`), shellWord(target)].join(
      ' ',
    ),
  ];
}
