/** Runs per second over the last moments; a whole mean would lie after every pause, the last pace during one. */
export interface Mark {
  readonly done: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

const SPAN = 10_000;
const SHORTEST = 500;

/** Those that still count, and the last one before them. */
export function recentMarks(marks: readonly Mark[], now: number): readonly Mark[] {
  const first = marks.findIndex(({ at }) => now - at < SPAN);
  return first < 0 ? marks.slice(-1) : marks.slice(Math.max(0, first - 1));
}

/** Falls while nothing comes; undefined when too little is known. */
export function speedAt(marks: readonly Mark[], now: number): number | undefined {
  const recent = recentMarks(marks, now);
  const [first] = recent;
  if (!first || recent.length < 2 || now - first.at < SHORTEST) return undefined;
  return ((recent.at(-1)!.done - first.done) / (now - first.at)) * 1000;
}
