import { type RefObject, useEffect, useEffectEvent } from 'react';
import { isKeyOff } from '../../parts/single-keys.ts';
import { type KeyPlace, pageAction, type TreeAction } from './tree-keys.ts';
import type { TraceStore } from './trace-store.ts';
import type { TreeListHandle } from './tree-list.tsx';

interface TraceKeys {
  readonly store: TraceStore;
  readonly page: RefObject<HTMLElement | null>;
  /** Empty while a narrow screen shows the run instead. */
  readonly tree: RefObject<TreeListHandle | null>;
  /** Beside a table, whose keys are its own: only what is pressed inside of the trace counts. */
  readonly isBeside: boolean;
  readonly act: (action: TreeAction) => void;
}

const TEXT = 'input, textarea, select, [contenteditable], .monaco-editor';
const OVERLAY = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

/** The keys of the page, wherever the focus is: a trace that was just opened has it on nothing of its own. */
export function useTraceKeys({ store, page, tree, isBeside, act }: TraceKeys): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof Element) || !tree.current || event.defaultPrevented || isKeyOff(event.key))
      return;
    if (target.closest(TEXT) || document.querySelector(OVERLAY)) return;
    const place = placeOf(target, page.current, isBeside);
    if (!place) return;
    const press = {
      key: event.key,
      shiftKey: event.shiftKey,
      hasModifier: event.ctrlKey || event.metaKey || event.altKey,
    };
    const action = pageAction(press, place, store.getState(), tree.current.rowsPerPage());
    if (!action) return;
    event.preventDefault();
    // What moves in the tree must be heard there, too.
    if (place === 'nowhere') tree.current.focus();
    act(action);
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => hear(event);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function placeOf(target: Element, page: HTMLElement | null, isBeside: boolean): KeyPlace | undefined {
  if (page?.contains(target)) return isBeside ? 'beside' : 'part';
  if (isBeside) return undefined;
  return page && target.contains(page) ? 'nowhere' : 'part';
}
