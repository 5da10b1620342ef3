/** What the page and the worker that owns the files of a download say to each other. */
import type { Column } from './column-type.ts';
import type { SpoolContents } from './spool-contents.ts';
import type { ExtractSpec } from './spec.ts';

/** Told when the spool is opened: what a resumed download has already. */
export interface SpoolOpened extends SpoolContents {
  readonly size: number;
}

export interface FileWritten {
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly remarks: readonly string[];
  readonly bytes: number;
  readonly sha256: string;
}

export type SpoolRequest =
  /** Cuts off what was written after the last checkpoint. */
  | { readonly kind: 'open'; readonly id: string; readonly size: number; readonly needsGroups: boolean }
  /** Answers with the new size; by then the bytes are on the disk. */
  | { readonly kind: 'append'; readonly text: string }
  /** Without a handle the file stays in the private file system, beside the spool. */
  | {
      readonly kind: 'write';
      readonly spec: ExtractSpec;
      readonly handle?: FileSystemFileHandle;
    }
  /** Lets go of the files, so that they can be removed. */
  | { readonly kind: 'close' };

export type SpoolReply =
  | { readonly kind: 'opened'; readonly opened: SpoolOpened }
  | { readonly kind: 'appended'; readonly size: number }
  | { readonly kind: 'progress'; readonly rows: number }
  | { readonly kind: 'written'; readonly file: FileWritten }
  | { readonly kind: 'closed' }
  /** `name` is the browser's own, e.g. QuotaExceededError. */
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };

export const SPOOL_FOLDER = 'downloads';
export const spoolName = (id: string): string => `${id}.spool`;
export const outputName = (id: string): string => `${id}.out`;
