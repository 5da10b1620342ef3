import { CircleAlert, ChartGantt, FoldVertical, Route, UnfoldVertical, ZoomIn } from 'lucide-react';
import { type Ref, useRef } from 'react';
import { formatCount } from '../../lib/format-count.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Minimap } from './minimap.tsx';
import { useTrace } from './trace-context.ts';
import { useTracePreferences } from './trace-preferences.ts';
import type { TreeAction } from './tree-keys.ts';
import { headerHeight } from './tree-header.tsx';
import { rowHeight } from './tree-row.tsx';
import { TreeList, type TreeListHandle } from './tree-list.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import styles from './tree-pane.module.css';
import { TreeSearchBox } from './tree-search-box.tsx';

export interface TreePaneProps {
  readonly ref: Ref<TreeListHandle>;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onAction: (action: TreeAction) => void;
}

/** An overview pays off only when the rows do not fit anyway. */
const minimapFrom = 24;

/** Pixels, as the style sheets of the pane and of the overview have them. */
const toolbarHeight = 39;
const minimapHeight = 41;

/** Of the pane when every row is in view. */
export const heightOfTree = (rows: number, isTimelineShown: boolean): number =>
  toolbarHeight +
  (isTimelineShown && rows >= minimapFrom ? minimapHeight : 0) +
  headerHeight +
  rows * rowHeight;

export function TreePane({ ref, searchRef, onAction }: TreePaneProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow();
  const isTimelineShown = useTracePreferences((preferences) =>
    isNarrow ? preferences.isNarrowTimelineShown : preferences.isTimelineShown,
  );
  const size = useTrace((state) => state.model.tree.runs.length);
  return (
    <section className={styles.pane} aria-label="Tree">
      <Toolbar searchRef={searchRef} isTimelineShown={isTimelineShown} onAction={onAction} />
      {isTimelineShown && size >= minimapFrom && <Minimap scroller={scroller} />}
      <TreeList ref={ref} scroller={scroller} hasTimeline={isTimelineShown} onAction={onAction} />
    </section>
  );
}

interface ToolbarProps extends Omit<TreePaneProps, 'ref'> {
  readonly isTimelineShown: boolean;
}

function Toolbar({ searchRef, isTimelineShown, onAction }: ToolbarProps) {
  const errors = useTrace((state) => state.model.errors.length);
  const isZoomed = useTrace((state) => state.span.from > 0 || state.span.to < state.model.timeline.duration);
  const isPathShown = useTrace((state) => state.criticalPath !== undefined);
  const button = (label: string, icon: typeof Route, kind: 'expand-all' | 'collapse-all') => (
    <IconButton label={label} icon={icon} size="sm" onPress={() => onAction({ kind })} />
  );
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Tree tools">
      <TreeSearchBox inputRef={searchRef} onAction={onAction} />
      {errors > 0 && (
        <button
          type="button"
          className={styles.errors}
          onClick={() => onAction({ kind: 'next-error' })}
          title="Next error (e)"
        >
          <CircleAlert size={14} aria-hidden="true" />
          {formatCount(errors)}
          <span className="visually-hidden"> failed: go to the next</span>
        </button>
      )}
      <span className={styles.buttons}>
        {button('Expand all ( ] )', UnfoldVertical, 'expand-all')}
        {button('Collapse all ( [ )', FoldVertical, 'collapse-all')}
        {isTimelineShown && (
          <>
            <IconButton
              label={isZoomed ? 'Show the whole time (z)' : 'Zoom to the selected run (z)'}
              icon={ZoomIn}
              size="sm"
              isActive={isZoomed}
              onPress={() => onAction({ kind: 'zoom' })}
            />
            <IconButton
              label="Critical path: what the trace waited for (c)"
              icon={Route}
              size="sm"
              isActive={isPathShown}
              onPress={() => onAction({ kind: 'critical-path' })}
            />
          </>
        )}
        <IconButton
          label="Timeline (t)"
          icon={ChartGantt}
          size="sm"
          isActive={isTimelineShown}
          onPress={() => onAction({ kind: 'timeline' })}
        />
      </span>
    </div>
  );
}
