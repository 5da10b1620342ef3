/** Feedback of several runs as one, as a server sums it over a thread. */
import type { FeedbackStat } from '../contract/run.ts';

type Feedback = Readonly<Record<string, FeedbackStat>>;

/** Comments are samples on the server too. */
const COMMENTS = 10;

export function mergeFeedback(all: readonly Feedback[]): Feedback {
  const byKey = new Map<string, FeedbackStat[]>();
  for (const [key, stat] of all.flatMap((feedback) => Object.entries(feedback)))
    byKey.set(key, [...(byKey.get(key) ?? []), stat]);
  return Object.fromEntries([...byKey].map(([key, stats]) => [key, merged(stats)]));
}

/** The deviation of the whole cannot be told from those of its parts without their squares: it is left out. */
function merged(stats: readonly FeedbackStat[]): FeedbackStat {
  const [only, ...others] = stats;
  if (only && others.length === 0) return only;
  const scored = stats.filter(({ avg }) => avg !== undefined);
  const weight = sum(scored.map(({ n }) => n));
  const errors = stats.flatMap((stat) => stat.errors ?? []);
  return {
    n: sum(stats.map(({ n }) => n)),
    ...(weight > 0 ? { avg: sum(scored.map(({ n, avg = 0 }) => n * avg)) / weight } : {}),
    ...extreme('min', stats, Math.min),
    ...extreme('max', stats, Math.max),
    ...(errors.length > 0 ? { errors: sum(errors) } : {}),
    values: sumValues(stats),
    comments: stats.flatMap(({ comments }) => comments).slice(0, COMMENTS),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function extreme(
  name: 'min' | 'max',
  stats: readonly FeedbackStat[],
  pick: (...numbers: readonly number[]) => number,
): Partial<FeedbackStat> {
  const known = stats.flatMap((stat) => stat[name] ?? []);
  return known.length > 0 ? { [name]: pick(...known) } : {};
}

function sumValues(stats: readonly FeedbackStat[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [value, count] of stats.flatMap(({ values }) => Object.entries(values)))
    counts[value] = (counts[value] ?? 0) + count;
  return counts;
}
