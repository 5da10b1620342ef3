/** Where a filter may begin: the functions, and a few filters that are asked for every day. */
import { type CompletionItem, ranked } from './completion-item.ts';
import type { Scope } from './field.ts';
import { OPERATORS, type FunctionName } from './operators.ts';

/** Before an existing parenthesis only the name is inserted. */
export function completeFilters(hasParenthesis: boolean, scope: Scope): readonly CompletionItem[] {
  const functions = OPERATORS.filter((operator) => !operator.hidden).map((operator) => ({
    label: operator.name,
    kind: 'function' as const,
    insertText: hasParenthesis ? operator.name : SHAPES[operator.name],
    isSnippet: !hasParenthesis,
    detail: operator.signature,
    documentation: `${operator.description}\nExample: ${operator.example}`,
  }));
  return ranked(hasParenthesis ? functions : [...functions, ...templates(scope)]);
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

const RUN_TEMPLATES: readonly (readonly [label: string, insertText: string])[] = [
  ['failed runs', 'eq(status, "error")'],
  ['root runs', 'eq(is_root, true)'],
  ['slow runs', 'gt(latency, ${1:5})'],
  ['metadata value', 'and(eq(metadata_key, "$1"), eq(metadata_value, "$2"))'],
  ['metadata key missing', 'neq(metadata_key, "$1")'],
  ['one thread', 'eq(thread_id, "$1")'],
  ['input value', 'and(eq(input_key, "$1"), like(input_value, "%$2%"))'],
  ['output value', 'and(eq(output_key, "$1"), like(output_value, "%$2%"))'],
  ['feedback score', 'and(eq(feedback_key, "$1"), lt(feedback_score, ${2:0.5}))'],
];

const THREAD_TEMPLATES: readonly (readonly [label: string, insertText: string])[] = [
  ['threads with errors', 'gt(num_errored_turns, 0)'],
  ['long threads', 'gt(turn_count, ${1:5})'],
  ['feedback score', 'and(eq(feedback_key, "$1"), lt(feedback_score, ${2:0.5}))'],
];

function templates(scope: Scope) {
  return (scope === 'run' ? RUN_TEMPLATES : THREAD_TEMPLATES).map(([label, insertText]) => ({
    label,
    kind: 'snippet' as const,
    insertText,
    isSnippet: true,
    detail: withoutStops(insertText),
    documentation: 'A ready filter; Tab goes from place to place.',
  }));
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
