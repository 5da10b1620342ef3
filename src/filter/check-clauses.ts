import type { Comparison, Problem } from './ast.ts';
import { type Clause, clausesOf, isKeyComparison } from './clauses.ts';
import { problemAt } from './token.ts';

/** How the pair comparisons of one and() will be read, where that may surprise. */
export function checkClauses(comparisons: readonly Comparison[]): readonly Problem[] {
  const clauses = clausesOf(comparisons);
  return [...clauses.flatMap(unpaired), ...severalKeys(clauses)];
}

function unpaired({ group, members }: Clause): readonly Problem[] {
  if (members.some(isKeyComparison)) return [];
  const message = `Without ${group}_key in the same and() this is about any key.`;
  return members.slice(0, 1).map(({ field }) => problemAt(field, 'unpaired-value', message, 'info'));
}

function severalKeys(clauses: readonly Clause[]): readonly Problem[] {
  const seen = new Set<string>();
  return clauses.flatMap(({ group, members }) => {
    if (!seen.has(group)) {
      seen.add(group);
      return [];
    }
    const message = `What LangSmith does with two ${group}_key in one and() is unknown; put each key and its value into an and() of its own.`;
    return [problemAt(members[0]!.field, 'several-keys', message, 'warning')];
  });
}
