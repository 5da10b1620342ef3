import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import { placeOf } from '../../model/sorted-nodes.ts';
import { isKeyOff } from '../../parts/single-keys.ts';
import { useTrace, useTraceHandle } from './trace-context.ts';
import { scrollTopFor } from './scroll-target.ts';
import { setExpanded, setSubtreeExpanded } from './trace-store.ts';
import { TreeHeader, headerHeight } from './tree-header.tsx';
import { missingSums } from './missing-sums.ts';
import { treeAction, type TreeAction } from './tree-keys.ts';
import styles from './tree-list.module.css';
import { rowHeight, rowId, TreeRow } from './tree-row.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';

export interface TreeListHandle {
  focus(): void;
  /** How far PageDown goes. */
  rowsPerPage(): number;
}

export interface TreeListProps {
  readonly hasTimeline: boolean;
  readonly onAction: (action: TreeAction) => void;
  readonly ref: Ref<TreeListHandle>;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/**
 * The tree as rows. Focus stays on the list and `aria-activedescendant` names the run, because rows come
 * and go while scrolling and would take the focus with them.
 */
export function TreeList({ hasTimeline, onAction, ref, scroller }: TreeListProps) {
  const { store, select } = useTraceHandle();
  const rows = useTrace((state) => state.rows.rows);
  const cursor = useTrace((state) => state.cursor);
  const without = useTrace(({ model: { sums } }) => missingSums(sums));
  const view = useVirtualRows(scroller, rows.length, rowHeight);
  const { rowsPerPage } = view;
  useImperativeHandle(
    ref,
    () => ({
      focus: () => scroller.current?.focus({ preventScroll: true }),
      rowsPerPage: () => rowsPerPage,
    }),
    [scroller, rowsPerPage],
  );
  useScrollToTarget(scroller);

  const handleClick = useCallback(
    (event: MouseEvent<HTMLElement>) => {
      if (!(event.target instanceof Element)) return;
      const row = event.target.closest<HTMLElement>('[data-node]');
      if (!row) return;
      const node = Number(row.dataset.node);
      if (event.target.closest('[data-twist]')) {
        const isOpening = store.getState().rows.expanded[node] !== 1;
        if (event.altKey) setSubtreeExpanded(store, node, isOpening);
        else setExpanded(store, node, isOpening);
      } else select(node, 'pointer');
    },
    [store, select],
  );

  const handleKey = (event: KeyboardEvent) => {
    if (isKeyOff(event.key)) return;
    const action = treeAction(
      {
        key: event.key,
        shiftKey: event.shiftKey,
        hasModifier: event.ctrlKey || event.metaKey || event.altKey,
      },
      store.getState(),
      rowsPerPage,
    );
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    onAction(action);
  };

  return (
    <div
      ref={scroller}
      role="tree"
      aria-label="Runs of this trace"
      aria-activedescendant={placeOf(rows, cursor) < 0 ? undefined : rowId(cursor)}
      tabIndex={0}
      className={styles.scroller}
      data-timeline={hasTimeline || undefined}
      data-without={without}
      onClick={handleClick}
      onKeyDown={handleKey}
    >
      <TreeHeader hasTimeline={hasTimeline} without={without} />
      <div role="none" className={styles.space} style={{ height: rows.length * rowHeight }}>
        {Array.from({ length: view.last - view.first }, (_, i) => view.first + i).map((row) => (
          <TreeRow key={row % view.pool} row={row} node={rows[row]!} hasBar={hasTimeline} />
        ))}
      </div>
    </div>
  );
}

/** Scrolling is the document's; the store only says where to. */
function useScrollToTarget(scroller: RefObject<HTMLDivElement | null>) {
  const { store } = useTraceHandle();
  const target = useTrace((state) => state.scrollTo);
  const isFirst = useRef(true);
  useEffect(() => {
    const element = scroller.current;
    const row = placeOf(store.getState().rows.rows, target.node);
    if (!element || row < 0) return;
    const align = isFirst.current ? 'center' : target.align;
    isFirst.current = false;
    const top = scrollTopFor(row, align, {
      scrollTop: element.scrollTop,
      height: element.clientHeight - headerHeight,
      rowHeight,
    });
    if (top !== element.scrollTop) element.scrollTo({ top });
  }, [target, store, scroller]);
}
