/** How this person likes the chart, on this browser. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Metric } from './chart-metric.ts';

interface ChartPreferences {
  readonly isOpen: boolean;
  readonly metric: Metric;
  readonly isTable: boolean;
  readonly set: (change: Partial<Stored>) => void;
}

type Stored = Pick<ChartPreferences, 'isOpen' | 'metric' | 'isTable'>;

export const useChartPreferences = create<ChartPreferences>()(
  persist((set) => ({ isOpen: false, metric: 'count', isTable: false, set: (change) => set(change) }), {
    name: 'runlens:chart',
    version: 1,
    partialize: ({ isOpen, metric, isTable }): Stored => ({ isOpen, metric, isTable }),
    merge: (stored, current) => ({ ...current, ...readStored(stored) }),
  }),
);

const METRIC_NAMES: readonly string[] = ['count', 'latency', 'tokens', 'cost'] satisfies Metric[];

/** What does not fit is left out, field by field. */
export function readStored(stored: unknown): Partial<Stored> {
  if (typeof stored !== 'object' || stored === null) return {};
  const { isOpen, metric, isTable } = stored as Record<string, unknown>;
  return {
    ...(typeof isOpen === 'boolean' ? { isOpen } : {}),
    ...(typeof metric === 'string' && METRIC_NAMES.includes(metric) ? { metric: metric as Metric } : {}),
    ...(typeof isTable === 'boolean' ? { isTable } : {}),
  };
}
