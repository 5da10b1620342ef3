import type { Expression } from '../../../filter/ast.ts';

/**
 * Both conditions, each inside an `and` of its own: put side by side, a metadata key of one and a
 * metadata value of the other would be read as a pair (FILTER-LANGUAGE §7).
 */
export function both(left: Expression | undefined, right: Expression | undefined): Expression | undefined {
  if (!left || !right) return left ?? right;
  return conjunction([conjunction([left]), conjunction([right])]);
}

function conjunction(args: readonly Expression[]): Expression {
  const range = { from: 0, to: 0 };
  return { kind: 'logical', op: 'and', args, callee: range, ...range };
}
