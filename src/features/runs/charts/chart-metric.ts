/** What the bars can show, and how its numbers are written. */
import { compactCount, formatCount } from '../../../lib/format-count.ts';
import { formatCost } from '../../../lib/format-cost.ts';
import { formatDuration } from '../../../lib/format-duration.ts';
import type { RunNumbers } from '../../../model/run-numbers.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import type { Bar } from '../../../ui/chart/bar-chart.tsx';

export type Metric = NonNullable<RunsScreen['chart']>['metric'];

export const METRICS: readonly { readonly value: Metric; readonly label: string }[] = [
  { value: 'count', label: 'Count' },
  { value: 'latency', label: 'Latency' },
  { value: 'tokens', label: 'Tokens' },
  { value: 'cost', label: 'Cost' },
];

export const AXIS: Readonly<Record<Metric, (value: number) => string>> = {
  count: compactCount,
  latency: formatDuration,
  tokens: compactCount,
  cost: (value) => (value === 0 ? '$0' : formatCost(value)),
};

type Shape = Pick<Bar, 'parts' | 'marks' | 'base'>;

export function shapeOf(numbers: RunNumbers, metric: Metric): Shape {
  const { count, errors = 0, pending = 0 } = numbers;
  switch (metric) {
    case 'count':
      return {
        parts: [
          { tone: 'danger', value: errors },
          { tone: 'plain', value: Math.max(0, count - errors - pending) },
          { tone: 'waiting', value: pending },
        ],
      };
    case 'latency': {
      const { p50, p95, p99 } = numbers;
      if (p50 === undefined || p99 === undefined) return { parts: [] };
      // From the median to the 99th percentile, with a line at the 95th where somebody knows it.
      const base = Math.min(p50, p99);
      return {
        base,
        parts: [{ tone: 'plain', value: Math.max(0, p99 - base) }],
        marks: p95 === undefined ? [p50] : [p50, p95],
      };
    }
    case 'tokens':
      return { parts: [{ tone: 'plain', value: numbers.tokens ?? 0 }] };
    default:
      return { parts: [{ tone: 'plain', value: numbers.cost ?? 0 }] };
  }
}

export interface NamedNumber {
  readonly name: string;
  readonly value: string;
}

/** Every number, in words; the same list is the columns of the table. */
export function numbersInWords(numbers: RunNumbers): readonly NamedNumber[] {
  const { count, errors, pending, p50, p95, p99, tokens, cost } = numbers;
  const time = (value: number | undefined) => (value === undefined ? '–' : formatDuration(value));
  return [
    { name: 'runs', value: formatCount(count) },
    { name: 'errors', value: errors === undefined ? '–' : formatCount(errors) },
    { name: 'pending', value: pending === undefined ? '–' : formatCount(pending) },
    { name: 'p50', value: time(p50) },
    { name: 'p95', value: time(p95) },
    { name: 'p99', value: time(p99) },
    { name: 'tokens', value: tokens === undefined ? '–' : formatCount(tokens) },
    { name: 'cost', value: cost === undefined ? '–' : formatCost(cost) },
  ];
}

const PICKED: Readonly<Record<Metric, readonly string[]>> = {
  count: ['runs', 'errors', 'pending'],
  latency: ['p50', 'p95', 'p99'],
  tokens: ['tokens', 'runs'],
  cost: ['cost', 'runs'],
};

/** "3 runs", "1 error"; zero and unknown ones are left out but for the first. */
export function factsOf(numbers: RunNumbers, metric: Metric): readonly string[] {
  const named = new Map(numbersInWords(numbers).map(({ name, value }) => [name, value]));
  return PICKED[metric]
    .map((name, index) => ({ name, value: named.get(name)!, index }))
    .filter(({ value, index }) => index === 0 || (value !== '0' && value !== '–'))
    .map(({ name, value }) => {
      if (value === '–') return `${metric} not known`;
      if (metric === 'latency') return `${name} ${value}`;
      return `${value} ${value === '1' ? name.replace(/s$/, '') : name}`;
    });
}
