import { type RefObject, useEffect, useEffectEvent } from 'react';
import { isKeyOff } from '../../parts/single-keys.ts';

interface TurnActions {
  readonly step: (by: 1 | -1) => void;
  readonly failed: (direction: 1 | -1) => void;
  readonly first: () => void;
  readonly last: () => void;
}

const ELSEWHERE = 'input, textarea, [contenteditable], [role=dialog], .monaco-editor';

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
    if (
      (event.key !== 'Home' && event.key !== 'End') ||
      event.shiftKey ||
      !scroller.current?.contains(target)
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
