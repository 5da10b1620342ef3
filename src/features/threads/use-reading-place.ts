/** Which turn is being read, and how a person gets to another one. */
import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Run } from '../../contract/run.ts';

/** A turn that stays where it was put while those around it get their real heights. */
interface Pin {
  readonly traceId: string;
  readonly align: 'start' | 'end';
}

/** Pixels below the upper edge where reading begins. */
const EYE = 48;

interface PlaceQuestion {
  readonly turns: readonly Run[];
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** By trace, from the link. */
  readonly selected: string | undefined;
}

export function useReadingPlace({ turns, virtualizer, scroller, selected }: PlaceQuestion) {
  const pin = useRef<Pin>(undefined);
  const [reading, setReading] = useState(selected);
  const at = Math.max(
    0,
    turns.findIndex(({ traceId }) => traceId === reading),
  );
  const hold = () => {
    const held = pin.current;
    const index = held ? turns.findIndex(({ traceId }) => traceId === held.traceId) : -1;
    if (held && index >= 0) virtualizer.scrollToIndex(index, { align: held.align });
  };
  const put = (traceId: string, align: Pin['align']) => {
    pin.current = { traceId, align };
    setReading(traceId);
    hold();
  };

  const follow = useEffectEvent(() => {
    if (selected !== undefined && selected !== pin.current?.traceId) put(selected, 'start');
  });
  useEffect(() => follow(), [selected]);
  // Heights are guesses until a turn is shown, and older turns come in above: both move what was put somewhere.
  const height = virtualizer.getTotalSize();
  const holdAgain = useEffectEvent(hold);
  useEffect(() => holdAgain(), [height, turns]);

  // What a person does to the scroller releases the turn; what the layout does must not.
  const release = useEffectEvent(() => {
    pin.current = undefined;
  });
  const look = useEffectEvent(() => {
    const element = scroller.current;
    if (!element || pin.current) return;
    const isAtEnd =
      element.scrollTop > 0 && element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
    const index = isAtEnd
      ? turns.length - 1
      : virtualizer.getVirtualItemForOffset(element.scrollTop + EYE)?.index;
    const turn = index === undefined ? undefined : turns[index];
    if (turn) setReading(turn.traceId);
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const onInput = () => release();
    const onScroll = () => look();
    const inputs = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
    for (const name of inputs) element.addEventListener(name, onInput, { passive: true });
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      for (const name of inputs) element.removeEventListener(name, onInput);
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);

  return { at, put };
}
