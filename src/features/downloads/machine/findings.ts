/** Traces and threads that a question found, in their order. Made again from the spool when a download is resumed. */
import type { FullRun } from '../../../contract/run.ts';
import type { Found } from '../../../extract/plan/follow-ups.ts';
import type { Finds } from '../../../extract/plan/tasks.ts';
import type { SpoolRecord } from '../../../extract/spool.ts';
import type { SpoolContents } from '../../../extract/spool-contents.ts';

export interface Findings {
  readonly found: Found;
  readonly count: (finds: Finds) => number;
  /** What of these runs was not known yet; no more than the limit in all. */
  see(runs: readonly FullRun[], finds: Finds, limit: number): readonly SpoolRecord[];
  /** Whether a turn is of a thread that was found: servers look for a thread's id in several keys. */
  readonly has: (full: FullRun) => boolean;
}

export function findings(before: SpoolContents['found']): Findings {
  const traces = new Set(before.traces);
  const threads = new Set(before.threads);
  const loners = new Set(before.loners);
  const found = { traces, threads, loners };
  const count = (finds: Finds) => (finds === 'traces' ? traces.size : threads.size + loners.size);

  function placeOf({ run }: FullRun, finds: Finds): { readonly what: keyof Found; readonly g: string } {
    if (finds === 'traces') return { what: 'traces', g: run.traceId };
    return run.threadId === undefined ? { what: 'loners', g: run.id } : { what: 'threads', g: run.threadId };
  }

  return {
    found,
    count,
    see(runs, finds, limit) {
      const records: SpoolRecord[] = [];
      for (const full of runs) {
        if (count(finds) >= limit) break;
        const { what, g } = placeOf(full, finds);
        if (found[what].has(g)) continue;
        found[what].add(g);
        records.push({ k: 'found', what, g });
      }
      return records;
    },
    has: ({ run }) => (run.threadId === undefined ? loners.has(run.id) : threads.has(run.threadId)),
  };
}
