/** Where a filter may begin: the functions, and a few filters that are asked for every day. */
import { type CompletionDraft, type CompletionItem, ranked } from './completion-item.ts';
import type { Scope } from './field.ts';
import { type FilterTemplate, filterTemplates } from './filter-templates.ts';
import { OPERATORS, type FunctionName } from './operators.ts';

/** Before an existing parenthesis only the name is inserted. */
export function completeFilters(
  hasParenthesis: boolean,
  scope: Scope,
  now: number,
): readonly CompletionItem[] {
  const functions = OPERATORS.filter((operator) => !operator.hidden).map((operator) => ({
    label: operator.name,
    kind: 'function' as const,
    insertText: hasParenthesis ? operator.name : SHAPES[operator.name],
    isSnippet: !hasParenthesis,
    detail: operator.signature,
    documentation: `${operator.description}\nExample: ${operator.example}`,
    filterText: `${operator.name} ${SYNONYMS[operator.name] ?? ''}`.trim(),
  }));
  if (hasParenthesis) return ranked(functions);
  const templates = filterTemplates(scope, now);
  const top = templates.filter(({ isTop }) => isTop).map(asSnippet);
  const others = templates.filter(({ isTop }) => !isTop).map(asSnippet);
  return ranked([...top, ...functions, ...others]);
}

const SHAPES: Readonly<Record<FunctionName, string>> = {
  and: 'and($1)',
  or: 'or($1)',
  not: 'not($1)',
  eq: 'eq($1, $2)',
  neq: 'neq($1, $2)',
  gt: 'gt($1, $2)',
  gte: 'gte($1, $2)',
  lt: 'lt($1, $2)',
  lte: 'lte($1, $2)',
  in: 'in($1, [$2])',
  has: 'has(tags, $1)',
  like: 'like($1, "%$2%")',
  notlike: 'notlike($1, "%$2%")',
  exists: 'exists(metadata, "$1")',
  search: 'search("$1")',
};

/** Words that people type for a function, so that typing them finds it. */
const SYNONYMS: Readonly<Partial<Record<FunctionName, string>>> = {
  eq: 'equals is same',
  neq: 'not equals differs',
  gt: 'greater more after above >',
  gte: 'greater or equal at least >=',
  lt: 'less before below <',
  lte: 'less or equal at most <=',
  in: 'one of any list',
  has: 'tag contains',
  search: 'full text words contains',
  like: 'contains pattern matches',
  notlike: 'does not contain',
  exists: 'metadata key',
};

function asSnippet({ label, insertText, documentation }: FilterTemplate): CompletionDraft {
  const plain = withoutStops(insertText);
  const filterText = `${label} ${plain.replace(/[^\w]+/g, ' ').trim()}`;
  const kind = 'snippet';
  return { label, kind, insertText, isSnippet: true, detail: plain, documentation, filterText };
}

function withoutStops(snippet: string): string {
  return snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\d+/g, '…');
}

/** The one argument of search. */
export function completeSearch(): readonly CompletionItem[] {
  return ranked([
    {
      label: '"text"',
      kind: 'snippet',
      insertText: '"$1"',
      isSnippet: true,
      detail: 'words to look for',
      documentation: 'All words have to occur, in any order and without letter case.',
    },
  ]);
}
