/** Completion by situation. Pure: what the world knows (names, tags, keys) and the time come in as options. */
import type { Range } from './ast.ts';
import { completeFields } from './complete-field.ts';
import { completeFilters, completeSearch } from './complete-filter.ts';
import { type KnownValues, completeValues } from './complete-value.ts';
import type { CompletionItem } from './completion-item.ts';
import type { Scope } from './field.ts';
import { situationAt } from './situation.ts';

export interface Completions extends Range {
  readonly items: readonly CompletionItem[];
}

export interface CompletionOptions {
  readonly known?: KnownValues;
  readonly scope?: Scope;
  /** Epoch milliseconds; times such as "an hour ago" are counted from it. */
  readonly now?: number;
}

/** Everything possible at the place; narrowing by what is already written is the editor's part. */
export function completions(text: string, offset: number, options: CompletionOptions = {}): Completions {
  const situation = situationAt(text, offset);
  const { from, to } = situation.range;
  const { scope = 'run', known = () => [], now = Date.now() } = options;
  switch (situation.kind) {
    case 'filter':
      return { from, to, items: completeFilters(situation.hasParenthesis, scope) };
    case 'field':
      return { from, to, items: completeFields(situation.op, situation.hasComma, scope) };
    case 'value':
      return { from, to, items: completeValues(situation, known, now) };
    case 'search':
      return { from, to, items: situation.string ? [] : completeSearch() };
    default:
      return { from, to, items: [] };
  }
}
