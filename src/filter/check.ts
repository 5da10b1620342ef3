/**
 * What is wrong or odd in a filter that could be parsed, whoever reads it. Errors: it is no filter of
 * this language, or it means nothing. Warnings: it matches nothing. Info: it may not say what was meant.
 * What LangSmith's servers are known to refuse although it is documented is portability.ts' part.
 */
import type { Comparison, Expression, Logical, Problem } from './ast.ts';
import { checkClauses } from './check-clauses.ts';
import { checkComparison } from './check-comparison.ts';
import { isPairComparison } from './clauses.ts';
import type { Scope } from './field.ts';
import { portable } from './portable.ts';
import { problemAt } from './token.ts';
import { isExpression } from './walk.ts';

/** The scope is the argument that the filter is for: thread_filter has fields of its own. */
export function check(tree: Expression | undefined, scope: Scope = 'run'): readonly Problem[] {
  if (!tree) return [];
  return checkOne(tree, scope).toSorted((a, b) => a.from - b.from || a.to - b.to);
}

function checkOne(tree: Expression, scope: Scope): readonly Problem[] {
  switch (tree.kind) {
    case 'comparison':
      return [...checkComparison(tree, scope), ...checkClauses([tree])];
    case 'logical':
      return checkLogical(tree, scope);
    case 'search':
      if (tree.text.value.trim() !== '') return [];
      return [problemAt(tree.text, 'empty-search', '"search" needs a text, for example search("refund").')];
    default:
      // The hole itself was reported while parsing; what is whole inside it is still worth a look.
      return tree.parts.flatMap((part) => (isExpression(part) ? checkOne(part, scope) : []));
  }
}

function checkLogical(tree: Logical, scope: Scope): readonly Problem[] {
  if (tree.op !== 'and') {
    const inner = tree.args.flatMap((arg) => checkOne(arg, scope));
    return tree.op === 'not' ? [refuseNot(tree), ...inner] : inner;
  }
  const isPair = (arg: Expression): arg is Comparison => arg.kind === 'comparison' && isPairComparison(arg);
  const pairs = tree.args.filter(isPair);
  return [
    ...tree.args.filter((arg) => !isPair(arg)).flatMap((arg) => checkOne(arg, scope)),
    ...pairs.flatMap((pair) => checkComparison(pair, scope)),
    ...checkClauses(pairs),
  ];
}

function refuseNot(tree: Logical): Problem {
  const rewrite = portable(tree);
  const [inner] = tree.args;
  const isTag = inner?.kind === 'comparison' && inner.field.name === 'tags';
  const wayOut = isTag
    ? 'it cannot ask for the absence of a tag; mark such runs in their metadata and ask neq(metadata_key, "…").'
    : `write ${rewrite ?? 'neq or notlike inside instead'}.`;
  return problemAt(tree.callee, 'not-refused', `LangSmith does not read not(…) on runs; ${wayOut}`);
}
