import { sourceTypeOf } from './feedback-table.ts';
import { isObject } from './json.ts';
import type { StoredFeedback, StoredFeedbackStat } from './types.ts';

/** A sample, as LangSmith gives one; the records themselves have all of them. */
const MOST_COMMENTS = 5;

type Stats = Readonly<Record<string, StoredFeedbackStat>>;

/** CONTRACT §10.2: numbers over scores (booleans are 0 and 1), counts over labels. */
export function feedbackStats(records: Iterable<StoredFeedback>): Stats {
  const byKey = new Map<string, StoredFeedback[]>();
  for (const feedback of records) {
    const list = byKey.get(feedback.key);
    if (list) list.push(feedback);
    else byKey.set(feedback.key, [feedback]);
  }
  return Object.fromEntries([...byKey].map(([key, list]) => [key, statOf(list)]));
}

export function scoreOf({ score }: StoredFeedback): number | undefined {
  return typeof score === 'boolean' ? Number(score) : (score ?? undefined);
}

/** The evaluator failed instead of judging; clients put the flag into `extra`. */
export function hasFailed({ extra }: StoredFeedback): boolean {
  return isObject(extra) && extra.error === true;
}

function statOf(list: readonly StoredFeedback[]): StoredFeedbackStat {
  const scores = list.flatMap((feedback) => scoreOf(feedback) ?? []);
  const sum = scores.reduce((total, score) => total + score, 0);
  const avg = scores.length > 0 ? sum / scores.length : null;
  return {
    n: list.length,
    avg,
    min: scores.length > 0 ? scores.reduce((a, b) => Math.min(a, b)) : null,
    max: scores.length > 0 ? scores.reduce((a, b) => Math.max(a, b)) : null,
    stdev: avg === null ? null : deviation(scores, avg),
    values: labelCounts(list),
    comments: list.flatMap(({ comment }) => comment || []).slice(0, MOST_COMMENTS),
    sources: [...new Set(list.flatMap((feedback) => sourceTypeOf(feedback) ?? []))],
    errors: list.filter(hasFailed).length,
    contains_thread_feedback: list.some((feedback) => feedback.feedback_thread_id !== null),
  };
}

/** Of a sample; one score deviates from nothing. */
function deviation(scores: readonly number[], average: number): number | null {
  if (scores.length < 2) return null;
  const squares = scores.reduce((total, score) => total + (score - average) ** 2, 0);
  return Math.sqrt(squares / (scores.length - 1));
}

function labelCounts(list: readonly StoredFeedback[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { value } of list) {
    if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
