/** What a resumed download has already. */
import type { Found } from './plan/follow-ups.ts';
import { type SpoolBytes, spoolLines } from './spool.ts';

export interface SpoolContents {
  /** Traces or threads whose parts are here, and those whose root is here. */
  readonly groups: readonly string[];
  readonly rooted: readonly string[];
  readonly found: { readonly [What in keyof Found]: readonly string[] };
}

export const NO_CONTENTS: SpoolContents = {
  groups: [],
  rooted: [],
  found: { traces: [], threads: [], loners: [] },
};

export function spoolContents(bytes: SpoolBytes): SpoolContents {
  const groups = new Set<string>();
  const rooted = new Set<string>();
  const found = { traces: new Set<string>(), threads: new Set<string>(), loners: new Set<string>() };
  for (const { record } of spoolLines(bytes)) {
    if (record.k === 'part') groups.add(record.g);
    if (record.k === 'root') rooted.add(record.g);
    if (record.k === 'found') found[record.what].add(record.g);
  }
  const { traces, threads, loners } = found;
  return {
    groups: [...groups],
    rooted: [...rooted],
    found: { traces: [...traces], threads: [...threads], loners: [...loners] },
  };
}
