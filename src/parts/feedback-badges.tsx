import type { FeedbackStat } from '../contract/run.ts';
import { formatCount } from '../lib/format-count.ts';
import styles from './feedback-badges.module.css';

interface FeedbackBadgesProps {
  readonly feedback: Readonly<Record<string, FeedbackStat>>;
  /** Pixels. What does not fit is counted and named in the tooltip; all are shown when this is not given. */
  readonly room?: number;
}

/** One small badge per key: the average where scores exist, else the most frequent label. */
export function FeedbackBadges({ feedback, room = Infinity }: FeedbackBadgesProps) {
  const keys = Object.keys(feedback).toSorted();
  const words = keys.map((key) => `${key} ${feedbackValue(feedback[key]!)}`);
  const count = badgesThatFit(words, room);
  const titles = keys.map((key) => feedbackTitle(key, feedback[key]!));
  return (
    <>
      {keys.slice(0, count).map((key, index) => (
        <span key={key} className={styles.badge} title={titles[index]}>
          {key} <span className={styles.score}>{feedbackValue(feedback[key]!)}</span>
        </span>
      ))}
      {count < keys.length && (
        <span className={styles.more} title={titles.slice(count).join('\n')}>
          +{keys.length - count}
          <span className="visually-hidden"> {words.slice(count).join(', ')}</span>
        </span>
      )}
    </>
  );
}

/** Pixels of a character in the small size, of a badge around its text, and of the sign for those left out. */
const CHARACTER = 6.1;
const AROUND = 18;
const MOST = 160;
const MORE = 24;

/** How many badges stand whole in a row; the first always does, cut by itself where it must. */
export function badgesThatFit(words: readonly string[], room: number): number {
  let used = 0;
  for (const [index, word] of words.entries()) {
    used += Math.min(MOST + 4, word.length * CHARACTER + AROUND);
    const isLast = index === words.length - 1;
    if (index > 0 && used + (isLast ? 0 : MORE) > room) return index;
  }
  return words.length;
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
