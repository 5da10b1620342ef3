/** Where the files of an export lie: read from what its runs say they wrote, worked out only where they do not. */
import type { BulkExport, Destination, ExportRun } from '../../../../contract/bulk-export.ts';
import { type BucketAddress, bucketAddress } from '../bucket-address.ts';
import { cleanPrefix } from '../destination-draft.ts';

export interface ExportPlace {
  readonly bucket: string;
  readonly region: string | undefined;
  readonly address: BucketAddress;
  readonly exportId: string;
  /** Inside the bucket, no slash at its ends: the deepest folder above `year=…` that holds every file. */
  readonly folder: string;
  /** False: no run names a file, the layout of CONTRACT §12.4 is assumed. */
  readonly isRead: boolean;
  /**
   * Every folder below `folder` is a key=value whose key is no column of the files: `runs` of v1 is none, and
   * `session_id=…` (several projects) is a column too, which some readers refuse.
   */
  readonly hasOwnKeys: boolean;
  readonly isV1: boolean;
  /** In the order of the files; undefined = all. */
  readonly fields: readonly string[] | undefined;
}

export function exportPlace(
  destination: Destination,
  wanted: BulkExport,
  runs: readonly ExportRun[],
): ExportPlace {
  const isV1 = wanted.formatVersion !== 'v2_beta';
  const written = writtenFolder(destination, wanted, runs);
  const folder = written ?? assumedFolder(destination, wanted);
  return {
    bucket: destination.bucket ?? 'YOUR_BUCKET',
    region: destination.region || undefined,
    address: bucketAddress(destination),
    exportId: wanted.id,
    folder,
    isRead: written !== undefined,
    hasOwnKeys: !isV1 && folder.includes('session_id='),
    isV1,
    fields: wanted.fields,
  };
}

/** Of another layout than the known one nothing is guessed; an empty folder would be the whole bucket. */
function writtenFolder(
  destination: Destination,
  wanted: BulkExport,
  runs: readonly ExportRun[],
): string | undefined {
  const keyOf = (path: string) => keyInBucket(path, destination, wanted);
  const files = runs.flatMap((run) => run.files.map(keyOf));
  if (files.length > 0) return commonFolder(files) || undefined;
  const paths = runs.flatMap(({ exportPath }) => (exportPath ? [`${keyOf(exportPath)}/`] : []));
  return commonFolder(paths) || undefined;
}

/** Entries begin with the bucket (CONTRACT §12.2); a prefix may have the same name. */
function keyInBucket(path: string, { bucket = '', prefix }: Destination, { id }: BulkExport): string {
  const clean = path.replace(/^s3:\/\//, '').replace(/^\/+|\/+$/g, '');
  const start = [cleanPrefix(prefix), `export_id=${id}`].filter((part) => part !== '').join('/');
  return clean.startsWith(start) || !clean.startsWith(`${bucket}/`) ? clean : clean.slice(bucket.length + 1);
}

function commonFolder(keys: readonly string[]): string {
  const folders = keys.map((key) => key.split('/').slice(0, -1));
  const [first = [], ...others] = folders;
  const end = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  const common = end === -1 ? first : first.slice(0, end);
  const day = common.findIndex((part) => /^(year|month|day)=/.test(part));
  return (day === -1 ? common : common.slice(0, day)).join('/');
}

function assumedFolder(destination: Destination, wanted: BulkExport): string {
  const tenant = wanted.tenantId ?? destination.tenantId;
  // Each part stands in the one before: where one is not known, all below it is read.
  const parts = [
    `export_id=${wanted.id}`,
    tenant === undefined ? undefined : `tenant_id=${tenant}`,
    wanted.projectId === undefined ? undefined : `session_id=${wanted.projectId}`,
    wanted.formatVersion === 'v2_beta' ? 'resource=runs' : 'runs',
  ];
  const known = parts.indexOf(undefined);
  return [cleanPrefix(destination.prefix), ...parts.slice(0, known === -1 ? parts.length : known)]
    .filter((part) => part !== '')
    .join('/');
}
