/** Names a turn of those that are loaded. */
export type TurnNumbers = (index: number) => string;

/** Turns are counted from the first of the thread, or, when nobody knows how many there are, from the last. */
export const turnNumbers =
  (loaded: number, total: number | undefined): TurnNumbers =>
  (index) =>
    total === undefined ? `−${loaded - index}` : String(total - loaded + index + 1);
