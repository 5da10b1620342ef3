/** Bulk exports, `/api/v1/bulk-exports…` on both generations (CONTRACT §12). */
import {
  type BulkExportDraft,
  type BulkExports,
  destinationFrom,
  exportFrom,
  exportRunFrom,
  wireRecord,
  wireRecords,
} from '../contract/bulk-export.ts';
import type { JsonObject } from '../contract/run.ts';
import { checkBody } from '../contract/schema.ts';
import { printTimestamp } from '../contract/timestamp.ts';
import type { Misread, WireRow } from '../contract/wire-row.ts';
import type { Server } from './server.ts';

const PATH = '/bulk-exports';
const ignore = () => {};

export function bulkExportsApi(server: Server): BulkExports {
  const readMany = async <T>(
    path: string,
    from: (row: WireRow, misread: Misread) => T,
    signal?: AbortSignal,
  ): Promise<readonly T[]> =>
    checkBody(wireRecords, await server.getV1(path, [], signal), `/api/v1${path}`).map((row) =>
      from(row, ignore),
    );
  const readOne = <T>(answer: unknown, path: string, from: (row: WireRow, misread: Misread) => T): T =>
    from(checkBody(wireRecord, answer, `/api/v1${path}`), ignore);
  const write = async <T>(
    method: 'POST' | 'PATCH',
    path: string,
    body: JsonObject,
    from: (row: WireRow, misread: Misread) => T,
  ): Promise<T> => readOne(await server.writeV1(method, path, body), path, from);
  const at = (...parts: readonly string[]) => [PATH, ...parts.map(encodeURIComponent)].join('/');

  return {
    listDestinations: (signal) => readMany(at('destinations'), destinationFrom, signal),
    createDestination: (body) => write('POST', at('destinations'), body, destinationFrom),
    updateDestination: (id, body) => write('PATCH', at('destinations', id), body, destinationFrom),
    listExports: (signal) => readMany(PATH, exportFrom, signal),
    getExport: async (id, signal) => readOne(await server.getV1(at(id), [], signal), at(id), exportFrom),
    createExport: (draft) => write('POST', PATH, exportBody(draft), exportFrom),
    cancelExport: (id) => write('PATCH', at(id), { status: 'Cancelled' }, exportFrom),
    exportRuns: (id, signal) => readMany(at(id, 'runs'), exportRunFrom, signal),
  };
}

/** Format and compression are always said: their defaults differ between documents and servers (UNKNOWNS U27). */
export function exportBody(draft: BulkExportDraft): JsonObject {
  const { projectId, to, filter, intervalHours, fields } = draft;
  return {
    bulk_export_destination_id: draft.destinationId,
    ...(projectId === undefined ? { all_experiments: true } : { session_id: projectId }),
    start_time: printTimestamp(draft.from),
    ...(to === undefined ? {} : { end_time: printTimestamp(to) }),
    ...(filter.trim() === '' ? {} : { filter: filter.trim() }),
    format: 'Parquet',
    format_version: draft.formatVersion,
    compression: draft.compression,
    ...(intervalHours === undefined ? {} : { interval_hours: intervalHours }),
    ...(fields === undefined ? {} : { export_fields: [...fields] }),
  };
}
