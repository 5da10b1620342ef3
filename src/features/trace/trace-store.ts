/**
 * The fast state of one open trace: what is expanded, where the cursor is, what the search found, which
 * stretch of time is drawn. One store per mounted trace; rows subscribe to single facts of it, so that a
 * selection renders two rows and not the page. The selected run also stands in the URL; the page writes it.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { criticalPath } from '../../model/critical-path.ts';
import { nodeAfter, nodeBefore } from '../../model/sorted-nodes.ts';
import { spanAround, wholeSpan, type TimeSpan } from '../../model/timeline.ts';
import {
  allCollapsed,
  allExpanded,
  carriedOver,
  revealed,
  withExpanded,
  withSubtreeExpanded,
  type TreeRows,
} from '../../model/visible-rows.ts';
import type { TraceModel } from './trace-model.ts';

/** A request to bring a row into view; a new object each time, so that repeating it works. */
export interface ScrollTarget {
  readonly node: number;
  readonly align: 'nearest' | 'center';
}

export interface TraceState {
  readonly model: TraceModel;
  readonly rows: TreeRows;
  readonly cursor: number;
  readonly scrollTo: ScrollTarget;
  readonly query: string;
  /** Nodes found by the query, ascending. */
  readonly matches: Int32Array;
  readonly isMatch: Uint8Array;
  readonly span: TimeSpan;
  /** One byte per node; undefined = not shown. */
  readonly criticalPath: Uint8Array | undefined;
  /** By run id; empty until they are known. */
  readonly modelNames: ReadonlyMap<string, string>;
}

export type TraceStore = StoreApi<TraceState>;

export function createTraceStore(model: TraceModel, selectedId: string | undefined): TraceStore {
  const cursor = model.tree.nodeOf.get(selectedId ?? '') ?? 0;
  return createStore<TraceState>(() => ({
    model,
    rows: allExpanded(model.tree),
    cursor,
    scrollTo: { node: cursor, align: 'center' },
    query: '',
    matches: new Int32Array(),
    isMatch: new Uint8Array(model.tree.runs.length),
    span: wholeSpan(model.timeline),
    criticalPath: undefined,
    modelNames: new Map(),
  }));
}

/** A newer answer for the same trace: choices are kept by run id. */
export function replaceModel(store: TraceStore, model: TraceModel): void {
  store.setState((state) => {
    const from = state.model.tree;
    const wasWhole = state.span.from === 0 && state.span.to === wholeSpan(state.model.timeline).to;
    return {
      model,
      rows: carriedOver(from, state.rows, model.tree),
      cursor: model.tree.nodeOf.get(from.runs[state.cursor]!.id) ?? 0,
      span: wasWhole ? wholeSpan(model.timeline) : state.span,
      criticalPath: state.criticalPath && criticalPath(model.tree, model.timeline),
      ...found(model, state.query),
    };
  });
}

/** Moves the cursor, opens the way to it and brings it into view. */
export function moveTo(store: TraceStore, node: number, align: ScrollTarget['align'] = 'nearest'): void {
  const { model, rows, cursor } = store.getState();
  if (node < 0 || node >= model.tree.runs.length) return;
  const opened = revealed(model.tree, rows, [node]);
  if (node === cursor && opened === rows) {
    store.setState({ scrollTo: { node, align } });
    return;
  }
  store.setState({ cursor: node, rows: opened, scrollTo: { node, align } });
}

export function setExpanded(store: TraceStore, node: number, isExpanded: boolean): void {
  const { model, rows, cursor } = store.getState();
  const next = withExpanded(model.tree, rows, node, isExpanded);
  // The cursor never stays inside something closed.
  const isInside = !isExpanded && cursor > node && cursor < model.tree.end[node]!;
  store.setState(isInside ? { rows: next, cursor: node } : { rows: next });
}

export function setSubtreeExpanded(store: TraceStore, node: number, isExpanded: boolean): void {
  const { model, rows, cursor } = store.getState();
  const isInside = !isExpanded && cursor > node && cursor < model.tree.end[node]!;
  store.setState({
    rows: withSubtreeExpanded(model.tree, rows, node, isExpanded),
    cursor: isInside ? node : cursor,
  });
}

export function expandAll(store: TraceStore): void {
  const { model, cursor } = store.getState();
  store.setState({ rows: allExpanded(model.tree), scrollTo: { node: cursor, align: 'nearest' } });
}

export function collapseAll(store: TraceStore): void {
  const { model, cursor } = store.getState();
  const { tree } = model;
  let shown = cursor;
  while (tree.depth[shown]! > 1) shown = tree.parent[shown]!;
  store.setState({
    rows: allCollapsed(tree),
    cursor: shown,
    scrollTo: { node: shown, align: 'nearest' },
  });
}

export function searchFor(store: TraceStore, query: string): void {
  store.setState((state) => ({ query, ...found(state.model, query) }));
}

function found(model: TraceModel, query: string): Pick<TraceState, 'matches' | 'isMatch'> {
  const matches = model.search(query);
  const isMatch = new Uint8Array(model.tree.runs.length);
  for (const node of matches) isMatch[node] = 1;
  return { matches, isMatch };
}

/** The node to go to for "next match" or "next error"; −1 when there is none. */
export function nextOf(store: TraceStore, list: 'matches' | 'errors', direction: 1 | -1): number {
  const state = store.getState();
  const nodes = list === 'matches' ? state.matches : state.model.errors;
  return direction === 1 ? nodeAfter(nodes, state.cursor) : nodeBefore(nodes, state.cursor);
}

/** Draws the time of the cursor's run only, or everything again. */
export function toggleZoom(store: TraceStore): void {
  const { model, span, cursor } = store.getState();
  const whole = wholeSpan(model.timeline);
  const isWhole = span.from === whole.from && span.to === whole.to;
  store.setState({ span: isWhole ? spanAround(model.timeline, cursor) : whole });
}

export function toggleCriticalPath(store: TraceStore): void {
  store.setState((state) => ({
    criticalPath: state.criticalPath ? undefined : criticalPath(state.model.tree, state.model.timeline),
  }));
}
