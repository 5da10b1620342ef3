/**
 * What a download is asked to be: everything that must survive a closed tab, as plain JSON. Pure; which
 * deployment answers and where the bytes go is the business of others.
 */
import type { RunQuery } from '../contract/api.ts';

export type ExtractKind = 'runs' | 'traces' | 'retrievers' | 'conversations' | 'feedback';

export type ExtractFormat = 'csv' | 'jsonl' | 'parquet';

export type Codec = 'zstd' | 'snappy';

/** Which runs a download starts from. */
export type ExtractSource =
  /** A question of the runs page; its window has both ends by now, or none where a trace bounds it. */
  | { readonly kind: 'question'; readonly query: RunQuery; readonly limit?: number }
  /** Rows that a person marked. */
  | {
      readonly kind: 'selection';
      readonly projectIds: readonly string[];
      readonly runIds: readonly string[];
      readonly traceIds: readonly string[];
      /** Marked in a table of traces: the ids are those of the roots. */
      readonly isOfTraces?: boolean;
    }
  | { readonly kind: 'trace'; readonly projectIds: readonly string[]; readonly traceId: string }
  | { readonly kind: 'thread'; readonly projectIds: readonly string[]; readonly threadId: string };

export interface ExtractSpec {
  readonly kind: ExtractKind;
  readonly source: ExtractSource;
  readonly format: ExtractFormat;
  /** Inputs, outputs, metadata and feedback as one column per key (one level, as LangSmith's script does). */
  readonly isFlat: boolean;
  /** Columns of runs, in order; the other kinds have columns of their own. */
  readonly columns: readonly string[];
  /** Texts that a spreadsheet would run as formulas get an apostrophe in front. CSV only. */
  readonly isExcelSafe: boolean;
  /** Parquet only. */
  readonly codec: Codec;
}

/** Chats are one JSON object per conversation; a table of them would be a table of JSON. */
export const formatsOf = (kind: ExtractKind): readonly ExtractFormat[] =>
  kind === 'conversations' ? ['jsonl'] : ['csv', 'jsonl', 'parquet'];
