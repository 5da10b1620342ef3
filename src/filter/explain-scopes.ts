import type { Expression } from './ast.ts';
import { explainRelative } from './explain.ts';
import { parse } from './parse.ts';

/** The three filters of a question, as texts; blank and missing ones ask nothing. */
export interface ScopeTexts {
  readonly filter?: string;
  readonly traceFilter?: string;
  readonly treeFilter?: string;
}

/** One sentence for all three: they are asked together (FILTER-LANGUAGE §8). A trace is found by its root. */
export function explainScopes(texts: ScopeTexts, rows: 'runs' | 'traces' = 'runs'): string {
  const own = treeOf(texts.filter);
  const root = treeOf(texts.traceFilter);
  const any = treeOf(texts.treeFilter);
  const isOfRoot = rows === 'traces';
  const aboutRoot = (tree: Expression) => `whose root run is one ${explainRelative(tree, 'one')}`;
  const parts = [
    ...(own ? [isOfRoot ? aboutRoot(own) : explainRelative(own, 'many')] : []),
    ...(root ? [aboutRoot(root)] : []),
    ...(any
      ? [`in ${isOfRoot ? 'which' : 'whose trace'} any run is one ${explainRelative(any, 'one')}`]
      : []),
  ];
  const last = parts.at(-1);
  if (last === undefined) return `All ${rows}.`;
  return `${isOfRoot ? 'Traces' : 'Runs'} ${parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')}, and ${last}`}.`;
}

function treeOf(text = '') {
  return text.trim() === '' ? undefined : parse(text).tree;
}
