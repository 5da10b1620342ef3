import type { Problem } from '../filter/ast.ts';

/**
 * The problems of a text that has just changed, without those that are new: what was put right goes away
 * with the key that did it, what remains stays where it has moved to, and nothing new is said yet.
 */
export function stillThere(shown: readonly Problem[], now: readonly Problem[]): readonly Problem[] {
  const left = new Map<string, number>();
  for (const problem of shown) left.set(nameOf(problem), (left.get(nameOf(problem)) ?? 0) + 1);
  return now.filter((problem) => {
    const name = nameOf(problem);
    const count = left.get(name) ?? 0;
    left.set(name, count - 1);
    return count > 0;
  });
}

/** Places move while a text is written, sentences do not. */
const nameOf = ({ code, message }: Problem) => `${code} ${message}`;
