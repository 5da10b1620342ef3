/** How far a download has come. Always true of the spool's first `size` bytes: whatever lies behind them is cut off. */
import type { Notice } from '../../../contract/api.ts';

export interface Checkpoint {
  /** Questions that were read to their ends. */
  readonly task: number;
  /** Inside the current one. */
  readonly cursor?: string;
  /** Bytes of the spool. */
  readonly size: number;
  /** Runs read. */
  readonly parts: number;
  /** Traces or threads found, whose runs are read afterwards. */
  readonly found?: number;
  /** Rows of the file, or groups of which rows will be made. */
  readonly rows: number;
  readonly requests: number;
  /** Ids that may come again: of the page before, and of rows at the bound shared with the slice before (UNKNOWNS U19). */
  readonly lastIds: readonly string[];
  readonly upperIds: readonly string[];
  /** Ids at the lower bound of the slice that is being read. */
  readonly lowerIds: readonly string[];
  readonly notices: readonly Notice[];
  /** Sentences about what could not be had. */
  readonly gaps: readonly string[];
}

export const BEGINNING: Checkpoint = {
  task: 0,
  size: 0,
  parts: 0,
  rows: 0,
  requests: 0,
  lastIds: [],
  upperIds: [],
  lowerIds: [],
  notices: [],
  gaps: [],
};
