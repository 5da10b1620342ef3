import type { Comparison, Logical, Problem } from '../ast.ts';
import { clausesOf, isPairComparison } from '../clauses.ts';
import { problemAt } from '../token.ts';

/** Two keys of one group in one and(): read one after the other here, unknown there (UNKNOWNS U7). */
export function doubtsAboutClauses({ args }: Logical): readonly Problem[] {
  const pairs = args.filter((arg): arg is Comparison => arg.kind === 'comparison' && isPairComparison(arg));
  const seen = new Set<string>();
  return clausesOf(pairs).flatMap(({ group, members }) => {
    if (!seen.has(group)) {
      seen.add(group);
      return [];
    }
    const message = `What LangSmith does with two ${group}_key in one and() is unknown; put each key and its value into an and() of its own.`;
    return [problemAt(members[0]!.field, 'several-keys', message, 'info')];
  });
}
