import type { Comparison, Expression, Range } from './ast.ts';
import { walk } from './walk.ts';

/** The innermost expression of a kind around a range. */
export function findNode<Kind extends Expression['kind']>(
  tree: Expression | undefined,
  range: Range,
  kind: Kind,
): Extract<Expression, { kind: Kind }> | undefined {
  let found: Extract<Expression, { kind: Kind }> | undefined;
  const isWanted = (node: Expression): node is Extract<Expression, { kind: Kind }> =>
    node.kind === kind && node.from <= range.from && range.to <= node.to;
  for (const node of tree ? walk(tree) : []) if (isWanted(node)) found = node;
  return found;
}

export function findComparison(tree: Expression | undefined, range: Range): Comparison | undefined {
  return findNode(tree, range, 'comparison');
}
