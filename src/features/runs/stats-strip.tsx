import { useQuery } from '@tanstack/react-query';
import type { Api, RunStats } from '../../contract/api.ts';
import { compactCount, formatCount } from '../../lib/format-count.ts';
import { formatCost } from '../../lib/format-cost.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import { Button } from '../../ui/button.tsx';
import type { RunsScreen } from '../../url/screens.ts';
import { windowAt } from '../../url/window.ts';
import { percent } from './project-row.tsx';
import { runQueryOf, statsQueryOf } from './run-query.ts';
import styles from './stats-strip.module.css';

interface StatsStripProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly isSendable: boolean;
}

/** Numbers over everything the query matches, not only what is loaded. The table never waits for them. */
export function StatsStrip({ api, screen, isSendable }: StatsStripProps) {
  const { data, error, isPending, refetch } = useRunStats(api, screen, isSendable);
  if (!isSendable) return null;
  if (error) {
    return (
      <p className={styles.strip}>
        <span className={styles.source}>No statistics: {error.message}</span>
        <Button variant="ghost" size="sm" onPress={() => void refetch()}>
          Try again
        </Button>
      </p>
    );
  }
  if (isPending) return <p className={styles.strip}>Statistics are on their way…</p>;
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

function useRunStats(api: Api, screen: RunsScreen, isSendable: boolean) {
  const query = runQueryOf(screen, {});
  return useQuery({
    queryKey: [api.connectionId, 'run-stats', screen.view, query, screen.window],
    enabled: isSendable && screen.projects.length > 0,
    queryFn: ({ signal }) => {
      const asked = runQueryOf(screen, windowAt(screen.window, Date.now()));
      return api.runStats(statsQueryOf(screen, asked), signal);
    },
    staleTime: Infinity,
  });
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
