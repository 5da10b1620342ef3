/** What the routes answer (CONTRACT §12.1-12.2). The values of credentials are not in here, only their names. */
import { printOptionalTime, printTime } from '../wire/print-time.ts';
import type { StoredDestination, StoredExport, StoredExportRun } from './bulk-book.ts';
import { exportPrefix } from './partitions.ts';

export function printDestination(destination: StoredDestination, tenantId: string) {
  const { credentials } = destination;
  return {
    id: destination.id,
    tenant_id: tenantId,
    destination_type: 's3',
    display_name: destination.display_name,
    config: destination.config,
    credentials_keys: credentials
      ? [
          'access_key_id',
          'secret_access_key',
          ...(credentials.sessionToken === undefined ? [] : ['session_token']),
        ]
      : [],
    created_at: printTime(destination.created_at),
    updated_at: printTime(destination.updated_at),
  };
}

export function printExport(wanted: StoredExport, tenantId: string) {
  return {
    ...wanted,
    tenant_id: tenantId,
    format: 'Parquet',
    start_time: printTime(wanted.start_time),
    end_time: printOptionalTime(wanted.end_time),
    created_at: printTime(wanted.created_at),
    updated_at: printTime(wanted.updated_at),
    finished_at: printOptionalTime(wanted.finished_at),
  };
}

export function printExportRun(run: StoredExportRun, prefix: string, tenantId: string) {
  return {
    id: run.id,
    bulk_export_id: run.bulk_export_id,
    session_id: run.session_id,
    status: run.status,
    retry_number: run.retry_number,
    errors: Object.keys(run.errors).length > 0 ? run.errors : null,
    start_time: printTime(run.start_time),
    end_time: printTime(run.end_time),
    created_at: printTime(run.created_at),
    updated_at: printTime(run.updated_at),
    finished_at: printOptionalTime(run.finished_at),
    metadata: {
      prefix: run.prefix,
      start_time: printTime(run.start_time),
      end_time: printTime(run.end_time),
      execution_backend: null,
      result: {
        rows_written: run.rows_written,
        exported_files: run.exported_files,
        export_path: exportPrefix({ prefix, exportId: run.bulk_export_id, tenantId }),
        latest_cursor: run.latest_cursor,
      },
    },
  };
}
