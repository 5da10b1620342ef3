/** The same numbers in every run, so that a failure can be looked at again. */
export function seededRandom(seed: number) {
  let state = seed;
  /** mulberry32: small, fast, good enough for test data. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    /** True in the given share of cases. */
    chance: (share: number): boolean => next() < share,
    pick: <T>(choices: readonly T[]): T => choices[below(choices.length)]!,
    some: <T>(choices: readonly T[], most: number, make = (choice: T): T => choice): readonly T[] =>
      Array.from({ length: below(most + 1) }, () => make(choices[below(choices.length)]!)),
  };
}
