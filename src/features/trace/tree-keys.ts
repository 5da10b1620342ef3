/**
 * What a key does in the tree: the tree pattern of WAI-ARIA, j and k for people who never leave the home
 * row, and the shortcuts of the page. Pure: the page carries the actions out.
 */
import type { TraceState } from './trace-store.ts';
import { placeOf } from '../../model/sorted-nodes.ts';
import { firstChildOf, parentOf } from '../../model/tree-walk.ts';

export type TreeAction =
  | { readonly kind: 'select'; readonly node: number }
  | { readonly kind: 'expand' | 'collapse'; readonly node: number }
  | { readonly kind: 'expand-siblings' }
  | { readonly kind: 'expand-all' | 'collapse-all' }
  | { readonly kind: 'next-error' | 'previous-error' | 'next-match' | 'previous-match' }
  | { readonly kind: 'search' | 'zoom' | 'critical-path' | 'open' | 'timeline' };

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly hasModifier: boolean;
}

const pageKeys: Readonly<Record<string, TreeAction>> = {
  e: { kind: 'next-error' },
  E: { kind: 'previous-error' },
  n: { kind: 'next-match' },
  N: { kind: 'previous-match' },
  '/': { kind: 'search' },
  '[': { kind: 'collapse-all' },
  ']': { kind: 'expand-all' },
  '*': { kind: 'expand-siblings' },
  z: { kind: 'zoom' },
  c: { kind: 'critical-path' },
  t: { kind: 'timeline' },
};

/** Where a key is pressed: on nothing in particular, on some part of the trace, or in a trace beside a table. */
export type KeyPlace = 'nowhere' | 'part' | 'beside';

/**
 * Keys that work outside of the tree. Where nothing else wants them, all of the tree do; a part with keys of
 * its own leaves the letters; beside a table j and k step its rows.
 */
export function pageAction(
  press: KeyPress,
  place: KeyPlace,
  ...tree: readonly [state: TraceState, rowsPerPage: number]
): TreeAction | undefined {
  if (place === 'nowhere') return treeAction(press, ...tree);
  if (press.hasModifier || press.key === '*') return undefined;
  const isStep = press.key === 'j' || press.key === 'k';
  return isStep && place === 'part' ? treeAction(press, ...tree) : pageKeys[press.key];
}

export function treeAction(press: KeyPress, state: TraceState, rowsPerPage: number): TreeAction | undefined {
  if (press.hasModifier) return undefined;
  const { model, rows, cursor } = state;
  const at = Math.max(0, placeOf(rows.rows, cursor));
  const selectRow = (row: number): TreeAction => ({
    kind: 'select',
    node: rows.rows[Math.min(Math.max(row, 0), rows.rows.length - 1)]!,
  });
  switch (press.key) {
    case 'ArrowDown':
    case 'j':
      return selectRow(at + 1);
    case 'ArrowUp':
    case 'k':
      return selectRow(at - 1);
    case 'PageDown':
      return selectRow(at + rowsPerPage);
    case 'PageUp':
      return selectRow(at - rowsPerPage);
    case 'Home':
      return selectRow(0);
    case 'End':
      return selectRow(rows.rows.length - 1);
    case 'ArrowRight': {
      const child = firstChildOf(model.tree, cursor);
      if (child < 0) return undefined;
      return rows.expanded[cursor] === 1 ? { kind: 'select', node: child } : { kind: 'expand', node: cursor };
    }
    case 'ArrowLeft': {
      const isOpen = rows.expanded[cursor] === 1 && firstChildOf(model.tree, cursor) >= 0;
      if (isOpen) return { kind: 'collapse', node: cursor };
      const parent = parentOf(model.tree, cursor);
      return parent < 0 ? undefined : { kind: 'select', node: parent };
    }
    case 'Enter':
    case ' ':
      return { kind: 'open' };
    default:
      return pageKeys[press.key];
  }
}
