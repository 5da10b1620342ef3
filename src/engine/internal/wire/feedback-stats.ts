import type { StoredFeedbackStat } from '../store/types.ts';

type Stats = Readonly<Record<string, StoredFeedbackStat>>;

/** v1 knows every number of the v2 object except the thread flag (CONTRACT §10.2); none is null. */
export function feedbackStatsV1(stats: Stats): Record<string, unknown> | null {
  const withoutFlag = Object.entries(stats).map(([key, stat]) => {
    const printed: Record<string, unknown> = { ...stat };
    delete printed['contains_thread_feedback'];
    return [key, printed] as const;
  });
  return withoutFlag.length > 0 ? Object.fromEntries(withoutFlag) : null;
}
