import type { RunsScreen } from './screens.ts';

type Chart = NonNullable<RunsScreen['chart']>;

const METRICS: readonly string[] = ['count', 'latency', 'tokens', 'cost'] satisfies Chart['metric'][];

/** `latency`, or `latency~name` with groups set side by side. Keys of metadata may hold any character. */
export const printChart = ({ metric, groupBy }: Chart): string =>
  groupBy === undefined ? metric : `${metric}~${groupBy}`;

export function parseChart(text: string): Chart | undefined {
  const cut = text.indexOf('~');
  const metric = cut < 0 ? text : text.slice(0, cut);
  if (!METRICS.includes(metric)) return undefined;
  const groupBy = cut < 0 ? '' : text.slice(cut + 1);
  return { metric: metric as Chart['metric'], ...(groupBy === '' ? {} : { groupBy }) };
}
