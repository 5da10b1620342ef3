import type { Bar, BarTone } from '../../../ui/chart/bar-chart.tsx';
import type { LegendEntry } from '../../../ui/chart/bar-legend.tsx';
import type { Metric } from './chart-metric.ts';

const TONES: readonly (readonly [BarTone, string])[] = [
  ['danger', 'errors'],
  ['plain', 'without error'],
  ['waiting', 'pending'],
];

/** Only what is drawn; a single look that the chosen metric names needs no words. */
export function legendOf(bars: readonly Bar[], metric: Metric): readonly LegendEntry[] {
  const uncovered: readonly LegendEntry[] = bars.some(({ coverage }) => coverage !== 'all')
    ? [{ sample: 'uncovered', text: 'not all loaded' }]
    : [];
  return [...metricLegend(bars, metric), ...uncovered];
}

function metricLegend(bars: readonly Bar[], metric: Metric): readonly LegendEntry[] {
  if (metric === 'latency') {
    const hasP95 = bars.some(({ marks = [] }) => marks.length > 1);
    return [{ sample: 'range', text: `p50 to p99${hasP95 ? ', lines at p50 and p95' : ', line at p50'}` }];
  }
  if (metric !== 'count') return [];
  const isDrawn = (tone: BarTone) =>
    bars.some(({ parts }) => parts.some((part) => part.tone === tone && part.value > 0));
  const drawn = TONES.filter(([tone]) => isDrawn(tone));
  return drawn.every(([tone]) => tone === 'plain') ? [] : drawn.map(([sample, text]) => ({ sample, text }));
}
