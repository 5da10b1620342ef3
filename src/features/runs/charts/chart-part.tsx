import { ChartColumn } from 'lucide-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { LazyPart } from '../../../ui/lazy-part.tsx';
import { useChartPreferences } from './chart-preferences.ts';
import type { ChartStripProps } from './chart-strip.tsx';

const loadChartStrip = () => import('./chart-strip.tsx').then(({ ChartStrip }) => ChartStrip);

export function ChartPart(props: ChartStripProps) {
  const isOpen = useChartPreferences((preferences) => preferences.isOpen);
  if (!isOpen || props.screen.projects.length === 0) return undefined;
  return <LazyPart name="chart" loader={loadChartStrip} props={props} />;
}

export function ChartToggle() {
  const { isOpen, set } = useChartPreferences();
  return (
    <IconButton
      label={isOpen ? 'Hide the chart' : 'Show the chart'}
      icon={ChartColumn}
      isActive={isOpen}
      onPress={() => set({ isOpen: !isOpen })}
    />
  );
}
