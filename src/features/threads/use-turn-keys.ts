import { type RefObject, useEffect, useEffectEvent } from 'react';
import { isKeyOff } from '../../parts/single-keys.ts';

interface TurnActions {
  readonly step: (by: 1 | -1) => void;
  readonly failed: (direction: 1 | -1) => void;
  readonly first: () => void;
  readonly last: () => void;
}

const ELSEWHERE = 'input, textarea, [contenteditable], [role=dialog], .monaco-editor';

/** The page itself does not scroll: whoever has just arrived scrolls the turns. In heights of what is seen. */
const SCROLLS: Readonly<Record<string, number>> = {
  ArrowDown: 0.1,
  ArrowUp: -0.1,
  PageDown: 0.9,
  PageUp: -0.9,
  ' ': 0.9,
};

export function useTurnKeys(scroller: RefObject<HTMLElement | null>, actions: TurnActions): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target as HTMLElement | null;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isKeyOff(event.key))
      return;
    if (target?.closest(ELSEWHERE)) return;
    const { step, failed, first, last } = actions;
    if (event.key === 'j') step(1);
    if (event.key === 'k') step(-1);
    if (event.key === 'e') failed(1);
    if (event.key === 'E') failed(-1);
    const isNowhere = target === document.body || target?.id === 'main';
    const pages = isNowhere && !event.shiftKey ? SCROLLS[event.key] : undefined;
    if (pages !== undefined && scroller.current) {
      event.preventDefault();
      scroller.current.scrollBy({ top: pages * scroller.current.clientHeight });
      return;
    }
    if (
      (event.key !== 'Home' && event.key !== 'End') ||
      event.shiftKey ||
      !(isNowhere || scroller.current?.contains(target))
    )
      return;
    // The browser would go to the end of guessed heights.
    event.preventDefault();
    if (event.key === 'Home') first();
    else last();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => act(event);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
