import type { FeedbackStat } from '../../contract/run.ts';

/** The scores of one key on a run, as short as a badge wants it. */
export function statText(stat: FeedbackStat): string {
  if (stat.avg !== undefined) return String(Number(stat.avg.toFixed(3)));
  const values = Object.entries(stat.values);
  if (values.length > 0) return values.map(([value, n]) => (n === 1 ? value : `${value} ×${n}`)).join(', ');
  return `×${stat.n}`;
}
