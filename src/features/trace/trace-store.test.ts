import { expect, test } from 'vitest';
import { drawRuns } from '../../testing/draw-runs.ts';
import { traceModel } from './trace-model.ts';
import {
  collapseAll,
  createTraceStore,
  expandAll,
  moveTo,
  nextOf,
  replaceModel,
  searchFor,
  setExpanded,
  toggleCriticalPath,
  toggleZoom,
  type TraceStore,
} from './trace-store.ts';

const runs = drawRuns(`
  root chain 0-100
    a chain 1-50
      b tool 2-30 status=error
    c tool 51-52
    d tool 53-54 status=error
`);
const model = traceModel('root', runs, 0);
const shown = (store: TraceStore) => {
  const { rows, model: current } = store.getState();
  return [...rows.rows].map((node) => current.tree.runs[node]!.id).join(' ');
};

test('starts open, at the run of the link or the root', () => {
  const store = createTraceStore(model, 'c');
  expect(shown(store)).toBe('root a b c d');
  expect(store.getState()).toMatchObject({ cursor: 3, scrollTo: { node: 3, align: 'center' } });
  expect(createTraceStore(model, 'unknown').getState().cursor).toBe(0);
});

test('moving into something closed opens the way', () => {
  const store = createTraceStore(model, undefined);
  collapseAll(store);
  expect(shown(store)).toBe('root a c d');
  moveTo(store, 2);
  expect(shown(store)).toBe('root a b c d');
  moveTo(store, 99);
  expect(store.getState().cursor).toBe(2);
});

test('the cursor leaves what closes around it', () => {
  const store = createTraceStore(model, 'b');
  setExpanded(store, 1, false);
  expect(store.getState().cursor).toBe(1);
  moveTo(store, 2);
  collapseAll(store);
  expect(store.getState().cursor).toBe(1);
  expandAll(store);
  expect(shown(store)).toBe('root a b c d');
});

test('errors and matches are walked in a circle', () => {
  const store = createTraceStore(model, undefined);
  expect(nextOf(store, 'errors', 1)).toBe(2);
  moveTo(store, 4);
  expect(nextOf(store, 'errors', 1)).toBe(2);
  expect(nextOf(store, 'errors', -1)).toBe(2);
  expect(nextOf(store, 'matches', 1)).toBe(-1);
  searchFor(store, 'type:tool');
  expect([...store.getState().isMatch]).toEqual([0, 0, 1, 1, 1]);
  expect(nextOf(store, 'matches', -1)).toBe(3);
});

test('zoom goes to the run and back', () => {
  const store = createTraceStore(model, 'c');
  const whole = store.getState().span;
  toggleZoom(store);
  expect(store.getState().span).toEqual({ from: 50.5, to: 52.5 });
  toggleZoom(store);
  expect(store.getState().span).toEqual(whole);
});

test('a newer answer keeps cursor, folding, search and path by run', () => {
  const store = createTraceStore(model, 'd');
  setExpanded(store, 1, false);
  searchFor(store, 'd');
  toggleCriticalPath(store);
  const newer = traceModel('root', [...runs, ...drawRuns('aa tool 0-1 parent=root')], 0);
  replaceModel(store, newer);
  const state = store.getState();
  expect(shown(store)).toBe('root aa a c d');
  expect(newer.tree.runs[state.cursor]!.id).toBe('d');
  expect(state.isMatch[state.cursor]).toBe(1);
  expect(state.criticalPath).toHaveLength(newer.tree.runs.length);
});
