import type { Comparison } from './ast.ts';
import type { PairGroup } from './field.ts';
import { findField } from './fields.ts';

/** Comparisons that speak about one and the same item of a group. */
export interface Clause {
  readonly group: PairGroup;
  readonly members: readonly Comparison[];
}

/**
 * Splits the direct pair comparisons of one and(), in written order: a clause takes everything of its
 * group up to the next key. LangSmith's own answer to two keys in one and() is unknown (UNKNOWNS U7).
 */
export function clausesOf(comparisons: readonly Comparison[]): readonly Clause[] {
  const clauses: { group: PairGroup; members: Comparison[] }[] = [];
  for (const comparison of comparisons) {
    const pair = findField(comparison.field.name)?.pair;
    if (!pair) continue;
    const open = clauses.findLast((clause) => clause.group === pair.group);
    const startsAnew = pair.part === 'key' && open?.members.some(isKeyComparison);
    if (open && !startsAnew) open.members.push(comparison);
    else clauses.push({ group: pair.group, members: [comparison] });
  }
  return clauses;
}

export function isPairComparison(comparison: Comparison): boolean {
  return findField(comparison.field.name)?.pair !== undefined;
}

export function isKeyComparison(comparison: Comparison): boolean {
  return findField(comparison.field.name)?.pair?.part === 'key';
}
