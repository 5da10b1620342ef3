/** Destinations, exports and their runs (CONTRACT §12), in the words of the app. Times are epoch milliseconds. */
import * as z from 'zod/mini';
import type { JsonObject } from './run.ts';
import {
  flagOf,
  isRow,
  numberOf,
  rowOf,
  textOf,
  textsOf,
  timeOf,
  type Misread,
  type WireRow,
} from './wire-row.ts';

export interface Destination {
  readonly id: string;
  readonly tenantId: string | undefined;
  readonly displayName: string;
  readonly bucket: string | undefined;
  readonly prefix: string;
  readonly region: string | undefined;
  /** Undefined for Amazon S3. */
  readonly endpoint: string | undefined;
  readonly includesBucketInPrefix: boolean;
  readonly addressing: string | undefined;
  readonly roleArn: string | undefined;
  /** Names only; a server never says the values again. */
  readonly credentialKeys: readonly string[];
  readonly createdAt: number | undefined;
  readonly updatedAt: number | undefined;
}

export interface BulkExport {
  readonly id: string;
  readonly tenantId: string | undefined;
  readonly destinationId: string;
  /** Undefined when all experiments are exported. */
  readonly projectId: string | undefined;
  readonly isAllExperiments: boolean;
  readonly from: number | undefined;
  /** Undefined while a schedule runs on. */
  readonly to: number | undefined;
  readonly filter: string;
  readonly formatVersion: string;
  readonly compression: string;
  /** Set on schedules. */
  readonly intervalHours: number | undefined;
  /** Undefined = all columns. */
  readonly fields: readonly string[] | undefined;
  /** As the server spells it; compared without regard to case (CONTRACT §12.2). */
  readonly status: string;
  readonly createdAt: number | undefined;
  readonly updatedAt: number | undefined;
  readonly finishedAt: number | undefined;
  /** The schedule that started it. */
  readonly sourceExportId: string | undefined;
}

export interface ExportRun {
  readonly id: string;
  readonly exportId: string;
  readonly projectId: string | undefined;
  readonly status: string;
  readonly retryNumber: number;
  /** By try, in order. */
  readonly errors: readonly { readonly attempt: string; readonly text: string }[];
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly createdAt: number | undefined;
  readonly updatedAt: number | undefined;
  readonly finishedAt: number | undefined;
  readonly prefix: string | undefined;
  readonly backend: string | undefined;
  readonly rowsWritten: number;
  /** Each begins with the bucket's name. */
  readonly files: readonly string[];
  readonly exportPath: string | undefined;
}

/** What a new export asks for. */
export interface BulkExportDraft {
  readonly destinationId: string;
  /** Undefined = all experiments. */
  readonly projectId: string | undefined;
  readonly from: number;
  /** Left out of schedules. */
  readonly to: number | undefined;
  readonly filter: string;
  readonly formatVersion: 'v1' | 'v2_beta';
  readonly compression: 'none' | 'gzip' | 'snappy' | 'zstandard';
  readonly intervalHours: number | undefined;
  readonly fields: readonly string[] | undefined;
}

/** Lists are not paged; writes are sent once (a repeated one would export twice). */
export interface BulkExports {
  listDestinations(signal?: AbortSignal): Promise<readonly Destination[]>;
  /** The body holds secrets: it is passed on and kept nowhere. */
  createDestination(body: JsonObject): Promise<Destination>;
  /** Exports that run keep the old credentials (CONTRACT §12.1). */
  updateDestination(id: string, body: JsonObject): Promise<Destination>;
  listExports(signal?: AbortSignal): Promise<readonly BulkExport[]>;
  getExport(id: string, signal?: AbortSignal): Promise<BulkExport>;
  createExport(draft: BulkExportDraft): Promise<BulkExport>;
  /** Final; exports that a schedule has started go on. */
  cancelExport(id: string): Promise<BulkExport>;
  exportRuns(id: string, signal?: AbortSignal): Promise<readonly ExportRun[]>;
}

const wireRow = z.custom<WireRow>(
  (value) => isRow(value) && typeof value['id'] === 'string',
  'a record without an id',
);
export const wireRecord = wireRow;
export const wireRecords = z.array(wireRow);

export function destinationFrom(row: WireRow, misread: Misread): Destination {
  const config = rowOf(row, 'config', misread) ?? {};
  const kwargs = rowOf(config, 'config_kwargs_s3', misread) ?? {};
  return {
    id: String(row['id']),
    tenantId: textOf(row, 'tenant_id', misread),
    displayName: textOf(row, 'display_name', misread) ?? '',
    bucket: textOf(config, 'bucket_name', misread),
    prefix: textOf(config, 'prefix', misread) ?? '',
    region: textOf(config, 'region', misread),
    endpoint: textOf(config, 'endpoint_url', misread) || undefined,
    includesBucketInPrefix: flagOf(config, 'include_bucket_in_prefix', misread) ?? true,
    addressing: textOf(kwargs, 'addressing_style', misread),
    // The July file has it inside config, the August documents beside it.
    roleArn: textOf(config, 'aws_role_arn', misread) ?? textOf(row, 'aws_role_arn', misread),
    credentialKeys: textsOf(row, 'credentials_keys', misread) ?? [],
    createdAt: timeOf(row, 'created_at', misread),
    updatedAt: timeOf(row, 'updated_at', misread),
  };
}

export function exportFrom(row: WireRow, misread: Misread): BulkExport {
  return {
    id: String(row['id']),
    tenantId: textOf(row, 'tenant_id', misread),
    destinationId: textOf(row, 'bulk_export_destination_id', misread) ?? '',
    projectId: textOf(row, 'session_id', misread),
    isAllExperiments: flagOf(row, 'all_experiments', misread) ?? false,
    from: timeOf(row, 'start_time', misread),
    to: timeOf(row, 'end_time', misread),
    filter: textOf(row, 'filter', misread) ?? '',
    formatVersion: textOf(row, 'format_version', misread) ?? 'v1',
    compression: textOf(row, 'compression', misread) ?? 'gzip',
    intervalHours: numberOf(row, 'interval_hours', misread),
    fields: textsOf(row, 'export_fields', misread),
    status: textOf(row, 'status', misread) ?? '',
    createdAt: timeOf(row, 'created_at', misread),
    updatedAt: timeOf(row, 'updated_at', misread),
    finishedAt: timeOf(row, 'finished_at', misread),
    sourceExportId: textOf(row, 'source_bulk_export_id', misread),
  };
}

export function exportRunFrom(row: WireRow, misread: Misread): ExportRun {
  const metadata = rowOf(row, 'metadata', misread) ?? {};
  const result = rowOf(metadata, 'result', misread) ?? {};
  return {
    id: String(row['id']),
    exportId: textOf(row, 'bulk_export_id', misread) ?? '',
    projectId: textOf(row, 'session_id', misread),
    status: textOf(row, 'status', misread) ?? '',
    retryNumber: numberOf(row, 'retry_number', misread) ?? 0,
    errors: errorsOf(row['errors']),
    from: timeOf(row, 'start_time', misread) ?? timeOf(metadata, 'start_time', misread),
    to: timeOf(row, 'end_time', misread) ?? timeOf(metadata, 'end_time', misread),
    createdAt: timeOf(row, 'created_at', misread),
    updatedAt: timeOf(row, 'updated_at', misread),
    finishedAt: timeOf(row, 'finished_at', misread),
    prefix: textOf(metadata, 'prefix', misread),
    backend: textOf(metadata, 'execution_backend', misread),
    rowsWritten: numberOf(result, 'rows_written', misread) ?? 0,
    files: textsOf(result, 'exported_files', misread) ?? [],
    exportPath: textOf(result, 'export_path', misread),
  };
}

/** `{retry_0: text, …}`; whatever stands there is shown. */
function errorsOf(value: unknown): ExportRun['errors'] {
  if (!isRow(value)) return [];
  return Object.entries(value)
    .map(([attempt, text]) => ({ attempt, text: typeof text === 'string' ? text : JSON.stringify(text) }))
    .toSorted((a, b) => Number(a.attempt.replace(/\D/g, '')) - Number(b.attempt.replace(/\D/g, '')));
}
