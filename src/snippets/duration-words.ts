const UNITS = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

/** Seconds in the largest unit that counts them whole. */
export function largestUnit(seconds: number): {
  readonly unit: (typeof UNITS)[number][0];
  readonly count: number;
  readonly size: number;
} {
  const [unit, size] = UNITS.find(([, each]) => seconds % each === 0) ?? UNITS[3];
  return { unit, size, count: seconds / size };
}
