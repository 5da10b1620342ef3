/** Exports as curl: what the form starts, and what its page asks while one runs (CONTRACT §12.2). */
import { exportBody } from '../../../api/bulk-exports.ts';
import type { BulkExportDraft } from '../../../contract/bulk-export.ts';
import { curlRequest } from './curl-request.ts';
import type { Writer } from './destination-writer.ts';

/** One request for each project. */
export const exportRequest = (drafts: readonly BulkExportDraft[], writer: Writer): string =>
  drafts.map((draft) => curlRequest(writer, 'POST', '', exportBody(draft))).join('\n\n');

/** A schedule writes nothing itself; the exports that it has started are found by it. */
export function watchRequests(id: string, isSchedule: boolean, writer: Writer): string {
  const at = `/${encodeURIComponent(id)}`;
  const runs = isSchedule ? `/runs?source_bulk_export_id=${encodeURIComponent(id)}` : `${at}/runs`;
  return [
    '# Its status',
    curlRequest(writer, 'GET', at),
    '',
    isSchedule ? '# The days of all exports that it has started' : '# Its days',
    curlRequest(writer, 'GET', runs),
    '',
    '# All exports',
    curlRequest(writer, 'GET', ''),
    '',
    '# Cancel it, for good',
    curlRequest(writer, 'PATCH', at, { status: 'Cancelled' }),
  ].join('\n');
}
