/** Small exports for tests. */
import {
  type BulkExport,
  type Destination,
  destinationFrom,
  exportFrom,
  type ExportRun,
  exportRunFrom,
} from '../../../../contract/bulk-export.ts';

const misread = () => undefined;

export function destination(change: Partial<Destination> = {}): Destination {
  return {
    ...destinationFrom({ id: 'D' }, misread),
    tenantId: 'T',
    bucket: 'my-bucket',
    prefix: '/data/',
    region: 'eu-central-1',
    ...change,
  };
}

export function bulkExport(change: Partial<BulkExport> = {}): BulkExport {
  return {
    ...exportFrom({ id: 'E' }, misread),
    tenantId: 'T',
    projectId: 'S',
    formatVersion: 'v2_beta',
    ...change,
  };
}

export function exportRun(files: readonly string[], change: Partial<ExportRun> = {}): ExportRun {
  return { ...exportRunFrom({ id: 'R' }, misread), files, ...change };
}

/** Of a store that is not Amazon's. */
export const MINIO: Partial<Destination> = { endpoint: 'http://127.0.0.1:9000', region: undefined };
