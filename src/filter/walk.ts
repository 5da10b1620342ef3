import type { Expression, FieldRef, Literal } from './ast.ts';

/** The node and every expression in it, outermost first, also those that stand in holes. */
export function* walk(tree: Expression): Generator<Expression> {
  yield tree;
  for (const child of childrenOf(tree)) yield* walk(child);
}

function childrenOf(tree: Expression): readonly Expression[] {
  if (tree.kind === 'logical') return tree.args;
  return tree.kind === 'invalid' ? tree.parts.filter(isExpression) : [];
}

export function isExpression(part: Expression | Literal | FieldRef): part is Expression {
  return ['logical', 'search', 'comparison', 'invalid'].includes(part.kind);
}
