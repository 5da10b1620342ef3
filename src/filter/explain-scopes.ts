import { explainRelative } from './explain.ts';
import { parse } from './parse.ts';

/** The three filters of a question, as texts; blank and missing ones ask nothing. */
export interface ScopeTexts {
  readonly filter?: string;
  readonly traceFilter?: string;
  readonly treeFilter?: string;
}

/** One sentence for all three: they are asked together (FILTER-LANGUAGE §8). */
export function explainScopes({ filter = '', traceFilter = '', treeFilter = '' }: ScopeTexts): string {
  const own = treeOf(filter);
  const root = treeOf(traceFilter);
  const any = treeOf(treeFilter);
  const parts = [
    ...(own ? [explainRelative(own, 'many')] : []),
    ...(root ? [`whose root run is one ${explainRelative(root, 'one')}`] : []),
    ...(any ? [`in whose trace any run is one ${explainRelative(any, 'one')}`] : []),
  ];
  const last = parts.at(-1);
  if (last === undefined) return 'All runs.';
  return `Runs ${parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')}, and ${last}`}.`;
}

function treeOf(text: string) {
  return text.trim() === '' ? undefined : parse(text).tree;
}
