/** What became of one opened file. Whoever reads it (the engine) is known to the app only. */
export type FileOutcome =
  | { readonly kind: 'read'; readonly name: string; readonly report: ImportReport }
  | { readonly kind: 'failed'; readonly name: string; readonly reason: string };

export interface SkippedLine {
  readonly line: number;
  readonly reason: string;
}

export interface ImportReport {
  readonly runs: number;
  readonly feedback: number;
  readonly projects: number;
  readonly attachments: number;
  /** All of them; `skipped` names the first ones. */
  readonly skippedCount: number;
  readonly skipped: readonly SkippedLine[];
}

/** The files of this tab, as the app offers them. */
export interface OpenedFiles {
  isAnyOpen(): boolean;
  open(files: readonly File[]): Promise<readonly FileOutcome[]>;
  close(): void;
}
