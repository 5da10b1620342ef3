import type { FeedbackStat } from '../contract/run.ts';
import { formatCount } from '../lib/format-count.ts';
import styles from './feedback-badges.module.css';

/** One small badge per key: the average where scores exist, else the most frequent label. */
export function FeedbackBadges({ feedback }: { readonly feedback: Readonly<Record<string, FeedbackStat>> }) {
  return Object.keys(feedback)
    .toSorted()
    .map((key) => (
      <span key={key} className={styles.badge} title={feedbackTitle(key, feedback[key]!)}>
        {key} <span className={styles.score}>{feedbackValue(feedback[key]!)}</span>
      </span>
    ));
}

const twoDigits = (n: number) => formatCount(Math.round(n * 100) / 100);

export function feedbackValue(stat: FeedbackStat): string {
  if (stat.avg !== undefined) return twoDigits(stat.avg);
  const [label] = Object.entries(stat.values).toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return label ?? `×${stat.n}`;
}

export function feedbackTitle(key: string, stat: FeedbackStat): string {
  const labels = Object.entries(stat.values).map(([label, n]) => `${label} ×${n}`);
  return [
    `${key}: ${stat.n === 1 ? 'one score' : `${formatCount(stat.n)} scores`}`,
    ...(stat.avg === undefined ? [] : [`average ${twoDigits(stat.avg)}`]),
    ...labels,
    ...(stat.comments.length > 0 ? [`${stat.comments.length} comments`] : []),
  ].join(', ');
}
