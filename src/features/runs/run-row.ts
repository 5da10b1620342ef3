import type { Run, Trace } from '../../contract/run.ts';

/** What a row of either table shows. */
export interface RunRow {
  readonly run: Run;
  /** Sums over the whole trace, when the server gave them; a run's own numbers otherwise (UNKNOWNS U34). */
  readonly totalTokens?: number;
  readonly totalCost?: number;
  readonly firstTokenSeconds?: number;
}

export const rowOfRun = (run: Run): RunRow => ({
  run,
  totalTokens: run.totalTokens,
  totalCost: run.totalCost,
  firstTokenSeconds: run.firstTokenSeconds,
});

export const rowOfTrace = (trace: Trace): RunRow => ({
  run: trace.root,
  totalTokens: trace.totalTokens ?? trace.root.totalTokens,
  totalCost: trace.totalCost ?? trace.root.totalCost,
  firstTokenSeconds: trace.firstTokenSeconds ?? trace.root.firstTokenSeconds,
});

/** One row per run: a run that moved between two pages while they were read must not appear twice. */
export function joinedRows(pages: readonly { readonly rows: readonly RunRow[] }[]): readonly RunRow[] {
  const seen = new Set<string>();
  const rows: RunRow[] = [];
  for (const page of pages) {
    for (const row of page.rows) {
      if (seen.has(row.run.id)) continue;
      seen.add(row.run.id);
      rows.push(row);
    }
  }
  return rows;
}

/** Looked at for keys. Rows of one project are alike, and a key that is not found can be typed. */
const LOOKED_AT = 2000;

/** Keys of the first rows, for the column chooser. */
export function knownKeys(rows: readonly RunRow[]): {
  metadata: readonly string[];
  feedback: readonly string[];
} {
  const metadata = new Set<string>();
  const feedback = new Set<string>();
  for (const { run } of rows.slice(0, LOOKED_AT)) {
    for (const key in run.metadata) metadata.add(key);
    for (const key in run.feedback) feedback.add(key);
  }
  return { metadata: [...metadata].toSorted(), feedback: [...feedback].toSorted() };
}
