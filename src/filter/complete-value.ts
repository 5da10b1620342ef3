/** The second argument of a comparison, by the type of its field, as literals or between given quotes. */
import { type CompletionItem, ranked } from './completion-item.ts';
import type { ValueSource } from './field.ts';
import type { ItemValue } from './flatten.ts';
import { resolveField } from './resolve-field.ts';
import type { OpenText, ValueSituation } from './situation.ts';
import { type SuggestedValue, suggestValues } from './suggest-values.ts';

/** Values that exist in the project, best first; for values of a pair the key, when it is known. */
export type KnownValues = (source: ValueSource, key: string | undefined) => readonly ItemValue[];

export function completeValues(
  situation: ValueSituation,
  known: KnownValues,
  now: number,
): readonly CompletionItem[] {
  const field = resolveField(situation.field);
  if (!field) return [];
  const fromWorld = field.source ? known(field.source, situation.key) : [];
  const values = [
    ...fromWorld.map((value): SuggestedValue => ({ value, detail: 'in this project' })),
    ...suggestValues(field, situation.op, now),
  ];
  const seen = new Set<unknown>();
  const unique = values.filter(({ value }) => !seen.has(value) && seen.add(value));
  if (situation.string) return ranked(betweenQuotes(unique, situation.string));
  const literals = unique.map((each) => asLiteral(each, situation.list === 'before'));
  const slot = freeText(situation, unique);
  return ranked(slot ? [...literals, slot] : literals);
}

function betweenQuotes(values: readonly SuggestedValue[], string: OpenText) {
  return values.flatMap(({ value, detail }) => {
    if (typeof value !== 'string') return [];
    const escaped = escape(value, string.quote);
    const insertText = string.needsClosing ? escaped + string.quote : escaped;
    return [{ ...VALUE, label: value, insertText, detail }];
  });
}

function asLiteral({ value, detail }: SuggestedValue, inBrackets: boolean) {
  const literal = JSON.stringify(value);
  const insertText = inBrackets ? `[${literal}]` : literal;
  return { ...VALUE, label: insertText, insertText, detail };
}

const VALUE = { kind: 'value', isSnippet: false, documentation: '' } as const;

/** An empty text to write into, where any text will do. */
function freeText({ field, op, list }: ValueSituation, values: readonly SuggestedValue[]) {
  const type = resolveField(field)?.type ?? 'string';
  const isPattern = op === 'like' || op === 'notlike';
  const isFree = ['string', 'uuid', 'tag', 'key', 'scalar', 'json'].includes(type);
  if (!isPattern && (!isFree || values.some(({ value }) => value === null))) return undefined;
  const insertText = isPattern ? '"%$1%"' : list === 'before' ? '["$1"]' : '"$1"';
  return {
    label: insertText.replace('$1', 'text'),
    kind: 'snippet',
    insertText,
    isSnippet: true,
    detail: isPattern ? 'anywhere in the text' : 'another text',
    documentation: '',
  } as const;
}

/** A text as it stands between these quotes. */
function escape(value: string, quote: OpenText['quote']): string {
  const inner = JSON.stringify(value).slice(1, -1);
  return quote === '"' ? inner : inner.replaceAll('\\"', '"').replaceAll("'", "\\'");
}
