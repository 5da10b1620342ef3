import type { Api, RunStats, TimeWindow } from '../../contract/api.ts';
import { compactCount, formatCount } from '../../lib/format-count.ts';
import { formatCost } from '../../lib/format-cost.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import { Button } from '../../ui/button.tsx';
import type { RunsScreen } from '../../url/screens.ts';
import { percent } from '../../lib/percent.ts';
import styles from './stats-strip.module.css';
import { useRunStats } from './use-run-stats.ts';

interface StatsStripProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  /** Of the rows; undefined while they are on their way. */
  readonly window: TimeWindow | undefined;
}

/** Numbers over everything the question matches, not only what is loaded. */
export function StatsStrip({ api, screen, window }: StatsStripProps) {
  const { data, error, isFetching, refetch } = useRunStats(api, screen, window);
  if (error) {
    return (
      <p className={styles.strip}>
        <span className={styles.source}>No statistics: {error.message}</span>
        <Button variant="ghost" size="sm" isPending={isFetching} onPress={() => void refetch()}>
          Try again
        </Button>
      </p>
    );
  }
  if (!data) return <p className={styles.strip}>{isFetching && 'Statistics are on their way…'}</p>;
  return (
    <div className={styles.strip} role="group" aria-label="Statistics">
      <dl className={styles.numbers}>
        {statNumbers(data, screen.view).map(({ label, value, title }) => (
          <div key={label} className={styles.number}>
            <dt>{label}</dt>
            <dd title={title}>{value}</dd>
          </div>
        ))}
      </dl>
      <span className={styles.source}>
        {screen.deployment.kind === 'server'
          ? 'over all matches, from the server'
          : 'over all matches, counted in this browser'}
      </span>
    </div>
  );
}

interface StatNumber {
  readonly label: string;
  readonly value: string;
  readonly title?: string;
}

/** Only what the server said; a number it did not give is left out instead of being shown as zero. */
export function statNumbers(stats: RunStats, view: RunsScreen['view']): readonly StatNumber[] {
  const numbers: readonly (StatNumber | false)[] = [
    stats.runCount !== undefined && { label: view, value: formatCount(stats.runCount) },
    stats.errorRate !== undefined && { label: 'errors', value: percent(stats.errorRate) },
    stats.latencyP50 !== undefined && { label: 'p50', value: formatDuration(stats.latencyP50) },
    stats.latencyP99 !== undefined && { label: 'p99', value: formatDuration(stats.latencyP99) },
    stats.totalTokens !== undefined && {
      label: 'tokens',
      value: compactCount(stats.totalTokens),
      title: formatCount(stats.totalTokens),
    },
    stats.totalCost !== undefined && { label: 'cost', value: formatCost(stats.totalCost) },
  ];
  return numbers.filter((number) => number !== false);
}
