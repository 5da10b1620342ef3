import { type Chip, chipsOf } from '../../../filter/edit/chip.ts';
import { sameTarget } from '../../../filter/edit/facet.ts';
import type { RecentFilter } from './recent-filters.ts';

/** A question that was left sooner was only passed through: facets are pressed one after the other. */
const PASSING_MS = 20_000;

const SCOPES = ['filter', 'traceFilter', 'treeFilter'] as const;

/** Asked on the way to `next`: soon before it, and with nothing that it has not. */
export function isStepTo(next: RecentFilter, before: RecentFilter): boolean {
  const isSoon = next.at - before.at < PASSING_MS && next.at >= before.at;
  const isSamePlace = next.view === before.view && next.projectIds.join() === before.projectIds.join();
  return isSoon && isSamePlace && SCOPES.every((scope) => isWithin(before[scope], next[scope]));
}

function isWithin(before: string, next: string): boolean {
  const chips = chipsOf(next);
  return chipsOf(before).every((chip) => chips.some((each) => isSameOrMore(chip, each)));
}

/** Further values of the same facet are the same choice, made more widely. */
function isSameOrMore(before: Chip, next: Chip): boolean {
  if (before.text === next.text) return true;
  if (!before.facet || !next.facet || !sameTarget(before.facet.target, next.facet.target)) return false;
  const values = new Set(next.facet.values);
  return before.facet.values.every((value) => values.has(value));
}
