/** Completion by situation. Pure: what the world knows (names, tags, keys) and the time come in as options. */
import type { Range } from './ast.ts';
import { completeFields } from './complete-field.ts';
import { completeFilters, completeSearch } from './complete-filter.ts';
import { completeNext } from './complete-next.ts';
import { type KnownValues, completeValues } from './complete-value.ts';
import type { CompletionItem } from './completion-item.ts';
import type { Scope } from './field.ts';
import type { ValueAnswer } from './live-values.ts';
import { type Situation, situationAt } from './situation.ts';

export interface Completions extends Range {
  readonly items: readonly CompletionItem[];
  /** More may come with more letters; ask again then. */
  readonly isIncomplete: boolean;
  /** Behind something finished: worth showing to those who ask, a disturbance to those who write on. */
  readonly isQuiet: boolean;
}

export interface CompletionOptions {
  readonly known?: KnownValues;
  /** What a source answered to valueAskAt() for this place. */
  readonly live?: ValueAnswer;
  readonly scope?: Scope;
  /** Epoch milliseconds; times such as "an hour ago" are counted from it. */
  readonly now?: number;
}

/** Everything possible at the place; narrowing by what is already written is the editor's part. */
export function completions(text: string, offset: number, options: CompletionOptions = {}): Completions {
  const situation = situationAt(text, offset);
  const { from, to } = situation.range;
  const isIncomplete = situation.kind === 'value' && options.live?.complete === false;
  return {
    from,
    to,
    items: itemsFor(text, situation, options),
    isIncomplete,
    isQuiet: situation.kind === 'next',
  };
}

function itemsFor(text: string, situation: Situation, options: CompletionOptions): readonly CompletionItem[] {
  const { scope = 'run', known = () => [], live, now = Date.now() } = options;
  switch (situation.kind) {
    case 'filter':
      return completeFilters(situation.hasParenthesis, scope, now);
    case 'field':
      return completeFields(situation.op, situation.hasComma, scope);
    case 'value':
      return completeValues(situation, { known, live, now });
    case 'search':
      return situation.string ? [] : completeSearch();
    case 'next':
      return completeNext(text, situation);
    default:
      return [];
  }
}
