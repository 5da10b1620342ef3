/** Clauses in another notation, the one the problem is about, or all that hang together. */
import type { Expression, Invalid } from '../ast.ts';
import { walk } from '../walk.ts';
import { type FixMaker, type FixPlace, type FixSketch, replace } from './fix.ts';
import { rewriteForeign } from './rewrite-foreign.ts';

/** Outermost first, so that the first choice repairs the most. */
const rewriteAround: FixMaker = (place) => holesAround(place).flatMap((hole) => rewritten(place, hole));

const rewriteExactly: FixMaker = (place) =>
  holesAround(place)
    .filter(({ from, to }) => from === place.problem.from && to === place.problem.to)
    .flatMap((hole) => rewritten(place, hole));

function rewritten({ text, problems }: FixPlace, node: Expression): readonly FixSketch[] {
  const result = rewriteForeign({ text, problems }, node);
  return result === text.slice(node.from, node.to) ? [] : [replace(node, result)];
}

function holesAround({ tree, problem }: FixPlace): readonly Invalid[] {
  return [...(tree ? walk(tree) : [])].filter(
    (node): node is Invalid => node.kind === 'invalid' && node.from <= problem.from && problem.to <= node.to,
  );
}

export const FOREIGN_FIXES: Readonly<Record<string, FixMaker>> = {
  infix: rewriteAround,
  grouping: rewriteAround,
  'prefix-not': rewriteAround,
  'infix-comparison': (place) => [...rewriteAround(place), ...rewriteExactly(place)],
  'search-bar-syntax': (place) => [...rewriteAround(place), ...rewriteExactly(place)],
};
