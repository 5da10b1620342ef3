/**
 * A part of a filter with everything that is written in another notation put into calls: `a and b`,
 * `name = "a"`, `status:error`, `(a)`, `not a`. What is already right stays as it was written.
 */
import type { Expression, FieldRef, Invalid, Literal, Problem } from '../ast.ts';
import { rewriteBarClause } from '../foreign-syntax.ts';
import { negate } from '../negate.ts';
import { parse } from '../parse.ts';
import { isExpression } from '../walk.ts';
import { foreignComparison } from './foreign-comparison.ts';

type Part = Expression | Literal | FieldRef;

export interface Foreign {
  readonly text: string;
  /** Of parsing the text; they say which notation a hole is in. */
  readonly problems: readonly Problem[];
}

export function rewriteForeign(foreign: Foreign, node: Part): string {
  const source = foreign.text.slice(node.from, node.to);
  if (node.kind !== 'invalid') return withNewParts(foreign, node);
  if (isWhole(foreign, node, 'infix-comparison')) return foreignComparison(source) ?? source;
  if (isWhole(foreign, node, 'search-bar-syntax')) return rewriteBarClause(source) ?? source;
  const [only] = node.parts;
  if (only && node.parts.length === 1 && only.from > node.from) {
    if (source.startsWith('(')) return rewriteForeign(foreign, only);
    if (/^not\b\s*(?!\()/i.test(source)) return rewriteNot(foreign, only) ?? source;
  }
  return rewriteChain(foreign, node) ?? withNewParts(foreign, node);
}

function isWhole({ problems }: Foreign, { from, to }: Invalid, code: string): boolean {
  return problems.some((problem) => problem.code === code && problem.from === from && problem.to === to);
}

function rewriteNot(foreign: Foreign, operand: Part): string | undefined {
  const { tree, problems } = parse(rewriteForeign(foreign, operand));
  if (!tree || problems.length > 0) return undefined;
  const negation = negate(tree);
  return negation.kind === 'negated' ? negation.text : undefined;
}

/** `a and b or c` is or(and(a, b), c): "and" binds tighter wherever both are infix. */
function rewriteChain(foreign: Foreign, node: Invalid): string | undefined {
  const [first, ...rest] = node.parts;
  if (!first || rest.length === 0 || first.from !== node.from) return undefined;
  const groups: string[][] = [[rewriteForeign(foreign, first)]];
  let end = first.to;
  for (const part of rest) {
    const connector = foreign.text.slice(end, part.from).trim();
    if (!/^(?:and|or|&&?|\|\|?)$/i.test(connector)) return undefined;
    const written = rewriteForeign(foreign, part);
    if (/^(?:or|\|)/i.test(connector)) groups.push([written]);
    else groups.at(-1)!.push(written);
    end = part.to;
  }
  return call(
    'or',
    groups.map((group) => call('and', group)),
  );
}

function call(name: string, args: readonly string[]): string {
  return args.length === 1 ? args[0]! : `${name}(${args.join(', ')})`;
}

/** The node as written, its parts replaced. */
function withNewParts(foreign: Foreign, node: Part): string {
  const parts = node.kind === 'logical' ? node.args : node.kind === 'invalid' ? node.parts : [];
  let result = '';
  let end = node.from;
  for (const part of parts.filter(isExpression)) {
    result += foreign.text.slice(end, part.from) + rewriteForeign(foreign, part);
    end = part.to;
  }
  return result + foreign.text.slice(end, node.to);
}
