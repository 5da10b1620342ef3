import { ChartColumn } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { LazyPart } from '../../../ui/lazy-part.tsx';
import type { RunsScreen } from '../../../url/screens.ts';
import { useChartPreferences } from './chart-preferences.ts';
import type { ChartStripProps } from './chart-strip.tsx';

const loadChartStrip = () => import('./chart-strip.tsx').then(({ ChartStrip }) => ChartStrip);

/** Open or not, and what it shows, is in the link; whoever likes it open has it open in links that say nothing. */
export function ChartPart(props: ChartStripProps) {
  const { screen, onReplace } = props;
  const { isOpen, metric } = useChartPreferences();
  const isWanted = isOpen && screen.chart === undefined;
  const open = useEffectEvent(() => onReplace({ ...screen, chart: { metric } }));
  // The outside system is the address.
  useEffect(() => {
    if (isWanted) open();
  }, [isWanted]);
  if (!screen.chart || screen.projects.length === 0) return undefined;
  return <LazyPart name="chart" loader={loadChartStrip} props={props} />;
}

interface ChartToggleProps {
  readonly screen: RunsScreen;
  readonly onReplace: (next: RunsScreen) => void;
}

export function ChartToggle({ screen, onReplace }: ChartToggleProps) {
  const { metric, set } = useChartPreferences();
  const isOpen = screen.chart !== undefined;
  return (
    <IconButton
      label={isOpen ? 'Hide the chart' : 'Show the chart'}
      icon={ChartColumn}
      isActive={isOpen}
      onPress={() => {
        set({ isOpen: !isOpen });
        onReplace({ ...screen, chart: isOpen ? undefined : { metric } });
      }}
    />
  );
}
