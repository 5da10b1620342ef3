import type { Comparison, Problem } from './ast.ts';
import { type Clause, clausesOf, isKeyComparison } from './clauses.ts';
import { problemAt } from './token.ts';

/** How the pair comparisons of one and() will be read, where that may surprise. */
export function checkClauses(comparisons: readonly Comparison[]): readonly Problem[] {
  return clausesOf(comparisons).flatMap(unpaired);
}

function unpaired({ group, members }: Clause): readonly Problem[] {
  if (members.some(isKeyComparison)) return [];
  const message = `Without ${group}_key in the same and() this is about any key.`;
  return members.slice(0, 1).map(({ field }) => problemAt(field, 'unpaired-value', message, 'info'));
}
