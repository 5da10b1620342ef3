/**
 * Turns whose texts are asked for together. Pieces are counted from the newest turn, so that older turns which
 * come in above leave them as they are.
 */
import type { Run } from '../../contract/run.ts';

const BATCH = 25;

/** The pieces that hold the turns from `first` to `last`, in no order that matters. */
export function turnBatches(
  turns: readonly Run[],
  first = 0,
  last = turns.length - 1,
): readonly (readonly Run[])[] {
  const pieceOf = (index: number) => Math.floor((turns.length - 1 - index) / BATCH);
  const newest = pieceOf(last);
  return Array.from({ length: pieceOf(first) - newest + 1 }, (_, index) => {
    const end = turns.length - (newest + index) * BATCH;
    return turns.slice(Math.max(0, end - BATCH), end);
  });
}
