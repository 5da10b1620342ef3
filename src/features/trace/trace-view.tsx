import { useEffect, useMemo, useRef, useState } from 'react';
import type { Notice } from '../../contract/api.ts';
import type { Run } from '../../contract/run.ts';
import type { TraceScreen } from '../../url/screens.ts';
import type { TracePageProps } from './page.tsx';
import { RunPanel } from './run-panel.tsx';
import { TraceContext, type TraceHandle } from './trace-context.ts';
import { TraceHeader } from './trace-header.tsx';
import { traceModel } from './trace-model.ts';
import { TraceNotices } from './trace-notices.tsx';
import { TraceSplit } from './trace-split.tsx';
import { createTraceStore, replaceModel } from './trace-store.ts';
import styles from './trace-view.module.css';
import type { TreeListHandle } from './tree-list.tsx';
import { TreePane } from './tree-pane.tsx';
import { useTreeActions } from './use-tree-actions.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { useLiveRefresh } from './use-live-refresh.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { useModelNames } from './use-model-names.ts';
import { useSelection } from './use-selection.ts';
import { useTraceKeys } from './use-trace-keys.ts';

export interface TraceViewProps extends TracePageProps {
  readonly projectId: string;
  readonly runs: readonly Run[];
  readonly notices: readonly Notice[];
  /** Epoch milliseconds of the answer. */
  readonly loadedAt: number;
  readonly isRefreshing: boolean;
  readonly refreshError: Error | undefined;
  readonly onRefresh: () => void;
}

export function TraceView(around: TraceViewProps) {
  const { runs, loadedAt, isRefreshing, onRefresh } = around;
  const { traceId } = around.screen;
  const model = useMemo(() => traceModel(traceId, runs, loadedAt), [traceId, runs, loadedAt]);
  const screen = useKeptPlace(model, around);
  const props = { ...around, screen };
  const [store] = useState(() => createTraceStore(model, screen.runId));
  const handle = useSelection(store, props);
  const panelEvents = usePanelEvents(props);
  const page = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  const tree = useRef<TreeListHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const isNarrow = useIsNarrow();

  // The store outlives an answer; a newer answer is carried into it.
  useEffect(() => {
    if (store.getState().model !== model) replaceModel(store, model);
  }, [store, model]);

  useModelNames(props.api, model, store, !isNarrow && props.isStacked !== true);
  useLiveRefresh(model.timeline.isLive, isRefreshing, onRefresh);

  const act = useTreeActions(handle, {
    focusSearch: () => search.current?.focus(),
    openPanel: () => openPanel(props, handle, panel.current),
  });

  useTraceKeys({ store, page, tree, isBeside: props.isStacked ?? false, act });

  const isUnknownRun = screen.runId !== undefined && !model.tree.nodeOf.has(screen.runId);
  const settledId = isUnknownRun ? model.tree.runs[0]!.id : (screen.runId ?? model.tree.runs[0]!.id);
  const notices = isUnknownRun ? [...props.notices, unknownRun(screen.runId!)] : props.notices;

  const treePane = <TreePane ref={tree} searchRef={search} onAction={act} />;
  const panelPane = (
    <RunPanel
      ref={panel}
      api={props.api}
      tab={screen.tab}
      settledId={settledId}
      onTabChange={panelEvents.openTab}
      onBack={isNarrow ? panelEvents.backToTree : undefined}
    />
  );
  return (
    <TraceContext value={handle}>
      <div ref={page} className={styles.page}>
        {(!isNarrow || screen.runId === undefined) && <TraceHeader {...props} />}
        <TraceNotices notices={notices} refreshError={props.refreshError} onRetry={onRefresh} />
        <div className={styles.body}>
          {isNarrow ? (
            screen.runId === undefined ? (
              treePane
            ) : (
              panelPane
            )
          ) : (
            <TraceSplit isStacked={props.isStacked ?? false} tree={treePane} panel={panelPane} />
          )}
        </div>
      </div>
    </TraceContext>
  );
}

const unknownRun = (id: string): Notice => ({
  id: 'unknown-run',
  message: `Run ${id} of the link is not in this trace; the root is shown instead.`,
});

/** The same functions for the life of the page, so that the panel renders only when its run changes. */
function usePanelEvents(props: TraceViewProps) {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  return useMemo(() => {
    const change = (what: Partial<TraceScreen>, how: 'push' | 'replace') =>
      latest.current.onScreenChange({ ...latest.current.screen, ...what }, how);
    return {
      openTab: (tab: string) => change({ tab }, 'replace'),
      backToTree: () => change({ runId: undefined }, 'push'),
    };
  }, []);
}

/** Narrow screens show the panel by naming the run in the URL; wide ones only move the focus. */
function openPanel(props: TraceViewProps, handle: TraceHandle, panel: HTMLElement | null): void {
  const { model, cursor } = handle.store.getState();
  const runId = model.tree.runs[cursor]!.id;
  if (props.screen.runId !== runId) props.onScreenChange({ ...props.screen, runId }, 'push');
  panel?.focus();
}
