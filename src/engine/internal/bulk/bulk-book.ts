/** Destinations, exports and runs as the engine keeps them, in the wire's names (CONTRACT §12). */
import type { S3Credentials } from './s3-store.ts';

export interface StoredDestination {
  readonly id: string;
  readonly display_name: string;
  readonly config: DestinationConfig;
  /** Never leaves the engine. Undefined: access by role, or the store of this browser. */
  readonly credentials: S3Credentials | undefined;
  readonly kind: 's3' | 'browser';
  readonly created_at: number;
  readonly updated_at: number;
}

export interface DestinationConfig {
  readonly bucket_name: string | null;
  readonly prefix: string;
  readonly region: string | null;
  readonly endpoint_url: string | null;
  readonly include_bucket_in_prefix: boolean;
  readonly config_kwargs_s3: { readonly addressing_style?: 'auto' | 'path' | 'virtual' | null } | null;
  readonly s3_additional_kwargs: Readonly<Record<string, unknown>> | null;
  readonly aws_role_arn: string | null;
}

export type ExportStatus = 'Created' | 'Running' | 'Completed' | 'Failed' | 'TimedOut' | 'Cancelled';

export interface StoredExport {
  readonly id: string;
  readonly bulk_export_destination_id: string;
  readonly session_id: string | null;
  readonly all_experiments: boolean;
  readonly start_time: number;
  readonly end_time: number | null;
  readonly filter: string | null;
  readonly format_version: 'v1' | 'v2_beta';
  readonly compression: 'none' | 'gzip' | 'snappy' | 'zstandard';
  readonly interval_hours: number | null;
  readonly export_fields: readonly string[] | null;
  readonly source_bulk_export_id: string | null;
  readonly created_at: number;
  status: ExportStatus | 'IntervalScheduled';
  updated_at: number;
  finished_at: number | null;
}

export interface StoredExportRun {
  readonly id: string;
  readonly bulk_export_id: string;
  readonly session_id: string;
  readonly start_time: number;
  readonly end_time: number;
  readonly prefix: string;
  readonly created_at: number;
  status: ExportStatus;
  retry_number: number;
  readonly errors: Record<string, string>;
  updated_at: number;
  finished_at: number | null;
  rows_written: number;
  readonly exported_files: string[];
  latest_cursor: string | null;
}

export class BulkBook {
  readonly destinations = new Map<string, StoredDestination>();
  readonly exports = new Map<string, StoredExport>();
  readonly #runs = new Map<string, StoredExportRun[]>();

  addRun(run: StoredExportRun): void {
    const runs = this.#runs.get(run.bulk_export_id);
    if (runs) runs.push(run);
    else this.#runs.set(run.bulk_export_id, [run]);
  }

  runsOf(exportId: string): readonly StoredExportRun[] {
    return this.#runs.get(exportId) ?? [];
  }

  startedBy(scheduleId: string): readonly StoredExport[] {
    return [...this.exports.values()].filter((each) => each.source_bulk_export_id === scheduleId);
  }
}
