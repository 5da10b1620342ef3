import { useEffect } from 'react';

/** Rows before the end at which more are asked for: about two screens. */
const AHEAD = 60;

/** Tells the owner that the end of the known rows is near; the owner ignores it while it is loading. */
export function useEndReached(to: number, rowCount: number, onEndReached: (() => void) | undefined): void {
  const isNear = rowCount > 0 && to >= rowCount - AHEAD;
  // The outside system is whoever has the rows; it is told again when it brought some and the end is still near.
  useEffect(() => {
    if (isNear) onEndReached?.();
  }, [isNear, rowCount, onEndReached]);
}
