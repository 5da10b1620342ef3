/** Traces whose roots are still to be fetched. Made again from the spool when a download is resumed. */
export interface PendingRoots {
  see(traceId: string): void;
  take(count: number): readonly string[];
  readonly count: number;
}

/** UNKNOWNS U20: a safe number of ids in one question. */
export const ROOTS_PER_REQUEST = 100;

export function pendingRoots(groups: readonly string[], rooted: readonly string[]): PendingRoots {
  const seen = new Set(groups);
  const done = new Set(rooted);
  let waiting = groups.filter((id) => !done.has(id));
  return {
    see(traceId) {
      if (seen.has(traceId)) return;
      seen.add(traceId);
      waiting.push(traceId);
    },
    take(count) {
      const taken = waiting.slice(0, count);
      waiting = waiting.slice(count);
      return taken;
    },
    get count() {
      return waiting.length;
    },
  };
}
