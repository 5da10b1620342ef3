import { describe, expect, test } from 'vitest';
import { drawRuns } from '../../testing/draw-runs.ts';
import { traceShortcuts } from './shortcuts.ts';
import { traceModel } from './trace-model.ts';
import { createTraceStore, moveTo, setExpanded } from './trace-store.ts';
import { pageAction, treeAction } from './tree-keys.ts';

const model = traceModel(
  'root',
  drawRuns(`
    root chain 0-100
      a chain 1-50
        b tool 2-3
      c tool 51-52
      d tool 53-54
  `),
  0,
);
const press = (key: string) => ({ key, shiftKey: false, hasModifier: false });

function actionAt(cursor: number, key: string, closed: readonly number[] = []) {
  const store = createTraceStore(model, undefined);
  closed.forEach((node) => setExpanded(store, node, false));
  moveTo(store, cursor);
  return treeAction(press(key), store.getState(), 2);
}

const select = (node: number) => ({ kind: 'select', node });

test.each([
  [0, 'ArrowDown', select(1)],
  [0, 'j', select(1)],
  [4, 'ArrowDown', select(4)],
  [1, 'ArrowUp', select(0)],
  [1, 'k', select(0)],
  [0, 'ArrowUp', select(0)],
  [1, 'PageDown', select(3)],
  [4, 'PageUp', select(2)],
  [3, 'Home', select(0)],
  [0, 'End', select(4)],
  [1, 'ArrowRight', select(2)],
  [2, 'ArrowRight', undefined],
  [1, 'ArrowLeft', { kind: 'collapse', node: 1 }],
  [2, 'ArrowLeft', select(1)],
  [3, 'ArrowLeft', select(0)],
  [3, 'Enter', { kind: 'open' }],
  [3, '*', { kind: 'expand-siblings' }],
  [3, 'e', { kind: 'next-error' }],
  [3, 'x', undefined],
])('on run %i, %s', (cursor, key, action) => {
  expect(actionAt(cursor, key)).toEqual(action);
});

test('closed runs are stepped over, and opened before they are entered', () => {
  expect(actionAt(1, 'ArrowDown', [1])).toEqual(select(3));
  expect(actionAt(1, 'ArrowRight', [1])).toEqual({ kind: 'expand', node: 1 });
  expect(actionAt(1, 'ArrowLeft', [1])).toEqual(select(0));
});

test('the browser keeps its own shortcuts', () => {
  const state = createTraceStore(model, undefined).getState();
  expect(treeAction({ ...press('ArrowDown'), hasModifier: true }, state, 2)).toBeUndefined();
  expect(pageAction({ ...press('t'), hasModifier: true }, 'part', state, 2)).toBeUndefined();
});

test.each([
  ['j', ['select', 'select', undefined]],
  ['e', ['next-error', 'next-error', 'next-error']],
  ['/', ['search', 'search', 'search']],
  ['ArrowDown', ['select', undefined, undefined]],
  ['Enter', ['open', undefined, undefined]],
  ['*', ['expand-siblings', undefined, undefined]],
] as const)('%s on nothing, on a part of the page, beside a table: %j', (key, kinds) => {
  const state = createTraceStore(model, undefined).getState();
  const places = ['nowhere', 'part', 'beside'] as const;
  expect(places.map((place) => pageAction(press(key), place, state, 2)?.kind)).toEqual(kinds);
});

describe('the help tells the truth', () => {
  const state = createTraceStore(model, undefined).getState();
  const named: Readonly<Record<string, string>> = {
    '↑': 'ArrowUp',
    '↓': 'ArrowDown',
    '←': 'ArrowLeft',
    '→': 'ArrowRight',
  };
  const keys = traceShortcuts.flatMap(({ keys: text }) =>
    text.split(' ').filter((key) => key !== 'or' && key !== 'Alt+click'),
  );
  test.each(keys)('%s does something', (key) => {
    expect(treeAction(press(named[key] ?? key), { ...state, cursor: 1 }, 2)).toBeDefined();
  });
});
