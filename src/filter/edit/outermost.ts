import type { Expression, Logical } from '../ast.ts';
import { parse } from '../parse.ts';

/** What a filter text is at its outermost, as far as it can be edited by machine. */
export type Outermost =
  | { readonly kind: 'empty' }
  | { readonly kind: 'and'; readonly tree: Logical }
  | { readonly kind: 'one'; readonly tree: Expression }
  | { readonly kind: 'broken'; readonly reason: string };

/** Faults after which nobody knows where a clause ends. */
const STRUCTURAL = new Set([
  'unclosed-parenthesis',
  'unclosed-bracket',
  'unclosed-quote',
  'extra-parenthesis',
  'several-filters',
  'outer-quotes',
  'backtick',
  'too-deep',
]);

export function outermost(text: string): Outermost {
  if (text.trim() === '') return { kind: 'empty' };
  const { tree, problems } = parse(text);
  const fault = problems.find(({ code }) => STRUCTURAL.has(code));
  if (fault) return broken(fault.message);
  if (tree?.kind === 'logical' && tree.op === 'and') return { kind: 'and', tree };
  if (tree && tree.kind !== 'invalid') return { kind: 'one', tree };
  return broken(problems[0]?.message ?? 'It is not understood.');
}

function broken(fault: string): Outermost {
  return { kind: 'broken', reason: `Put the filter right first. ${fault}` };
}
