/**
 * Takes out of a predicate what a reader cannot answer, so that what remains holds for every run for which
 * the whole holds, and maybe for more. A denial of a part turns this round, so inside it nothing may fall.
 */
import type { Predicate } from '../predicate.ts';

/** Undefined when nothing remains, that is, when every run may match. `doubt` names what falls. */
export function widen(
  predicate: Predicate,
  doubt: (part: Predicate) => string | undefined,
  report: (part: Predicate, reason: string) => void,
): Predicate | undefined {
  return walk(predicate, false);

  function walk(part: Predicate, isDenied: boolean): Predicate | undefined {
    if (part.kind === 'not') {
      const inner = walk(part.part, !isDenied);
      return inner && { kind: 'not', part: inner };
    }
    if (part.kind === 'and' || part.kind === 'or') {
      const parts = part.parts.map((each) => walk(each, isDenied));
      const found = parts.filter((each) => each !== undefined);
      const mayFall = (part.kind === 'and') !== isDenied;
      if (found.length < parts.length && !mayFall) return undefined;
      return found.length > 0 ? { kind: part.kind, parts: found } : undefined;
    }
    const reason = doubt(part);
    if (reason === undefined) return part;
    report(part, reason);
    return undefined;
  }
}
