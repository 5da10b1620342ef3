import type { ReactNode } from 'react';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { useTablePreferences } from '../../../parts/table/table-preferences.ts';
import { PeekPane, type PeekPaneProps } from './peek-pane.tsx';

interface PeekSplitProps extends PeekPaneProps {
  readonly table: ReactNode;
  readonly isNarrow: boolean;
}

/** Side by side; on a narrow screen the trace has all of it. */
export function PeekSplit({ table, isNarrow, ...pane }: PeekSplitProps) {
  const { peekWidth, setPeekWidth } = useTablePreferences();
  if (isNarrow) return <PeekPane {...pane} />;
  return (
    <SplitPane
      label="Width of the trace"
      orientation="horizontal"
      size={peekWidth}
      onSizeChange={setPeekWidth}
      min={420}
      max={1400}
      sizedSide="end"
      start={table}
      end={<PeekPane {...pane} />}
    />
  );
}
