/**
 * Filter tree → explicit predicate (predicate.ts). For trees in which check() finds no error; a clause
 * with an error, or a hole, matches no run rather than every run.
 */
import type { Comparison, Expression } from './ast.ts';
import { clausesOf, isPairComparison } from './clauses.ts';
import { conjunction, lowerClause, negation } from './lower-clause.ts';
import { lowerComparison } from './lower-comparison.ts';
import type { Predicate } from './predicate.ts';
import { searchTerms } from './search-text.ts';

export function lower(tree: Expression): Predicate {
  switch (tree.kind) {
    case 'comparison':
      return isPairComparison(tree) ? lowerAnd([tree]) : lowerComparison(tree);
    case 'search':
      return { kind: 'search', terms: searchTerms(tree.text.value) };
    case 'invalid':
      return { kind: 'constant', holds: false };
    default:
      if (tree.args.length === 0) return { kind: 'constant', holds: false };
      if (tree.op === 'and') return lowerAnd(tree.args);
      if (tree.op === 'or') return disjunction(tree.args.map(lower));
      return negation(conjunction(tree.args.map(lower)));
  }
}

function lowerAnd(args: readonly Expression[]): Predicate {
  const isPair = (arg: Expression): arg is Comparison => arg.kind === 'comparison' && isPairComparison(arg);
  return conjunction([
    ...args.filter((arg) => !isPair(arg)).map(lower),
    ...clausesOf(args.filter(isPair)).map(lowerClause),
  ]);
}

function disjunction(parts: readonly Predicate[]): Predicate {
  return parts.length === 1 ? parts[0]! : { kind: 'or', parts };
}
