/** More than a finger types at once, and more than one completion. */
const LEAST = 8;

/** The text grew by a whole piece in one change. */
export function isPasted(before: string, after: string): boolean {
  return after.trim().length >= LEAST && after.length - before.length >= LEAST;
}
