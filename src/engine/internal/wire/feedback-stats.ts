import type { StoredFeedbackStat } from '../store/types.ts';

type Stats = Readonly<Record<string, StoredFeedbackStat>>;

/** v1 knows every number of the v2 object except the thread flag (CONTRACT §10.2); none is null. */
export function feedbackStatsV1(stats: Stats): Record<string, unknown> | null {
  const entries = Object.entries(stats);
  if (entries.length === 0) return null;
  return Object.fromEntries(
    entries.map(([key, { contains_thread_feedback: _, ...stat }]) => [key, stat] as const),
  );
}
