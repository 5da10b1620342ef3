import type { ReactNode } from 'react';
import { SplitPane } from '../../ui/split-pane.tsx';
import { stackedRoom } from './stacked-room.ts';
import { useTrace } from './trace-context.ts';
import { setTracePreferences, useTracePreferences } from './trace-preferences.ts';
import { heightOfTree } from './tree-pane.tsx';

interface TraceSplitProps {
  readonly isStacked: boolean;
  readonly tree: ReactNode;
  readonly panel: ReactNode;
}

/** The tree and the run panel: side by side, or one above the other where the room is a column. */
export function TraceSplit({ isStacked, tree, panel }: TraceSplitProps) {
  const { isTimelineShown, treeWidth, timelineWidth, stackedHeight } = useTracePreferences();
  const rows = useTrace((state) => state.model.tree.runs.length);
  if (isStacked) {
    const { size, min, max } = stackedRoom(
      stackedHeight,
      heightOfTree(rows, isTimelineShown),
      window.innerHeight,
    );
    return (
      <SplitPane
        label="Height of the tree"
        orientation="vertical"
        sizedSide="start"
        size={size}
        onSizeChange={(next) => setTracePreferences({ stackedHeight: next })}
        min={min}
        max={max}
        start={tree}
        end={panel}
      />
    );
  }
  const wide = window.innerWidth;
  return (
    <SplitPane
      label="Width of the tree"
      orientation="horizontal"
      sizedSide="start"
      size={
        isTimelineShown ? timelineWidth || roomFor(wide, 0.58, 900) : treeWidth || roomFor(wide, 0.36, 480)
      }
      onSizeChange={(size) =>
        setTracePreferences(isTimelineShown ? { timelineWidth: size } : { treeWidth: size })
      }
      min={280}
      max={Math.max(320, wide - 360)}
      start={tree}
      end={panel}
    />
  );
}

/** A share of the window, up to a size beyond which more is of no use. */
const roomFor = (whole: number, share: number, atMost: number) => Math.min(atMost, Math.round(whole * share));
