/** The second argument of a comparison, by the type of its field, as literals or between given quotes. */
import { type CompletionItem, ranked } from './completion-item.ts';
import type { Field, ValueSource } from './field.ts';
import type { ItemValue } from './flatten.ts';
import { originOf, type ValueAnswer } from './live-values.ts';
import { resolveField } from './resolve-field.ts';
import type { OpenText, ValueSituation } from './situation.ts';
import { type SuggestedValue, suggestValues } from './suggest-values.ts';

/** Values that exist in the project, best first; for values of a pair the key, when it is known. */
export type KnownValues = (source: ValueSource, key: string | undefined) => readonly ItemValue[];

export interface World {
  readonly known: KnownValues;
  readonly live: ValueAnswer | undefined;
  readonly now: number;
}

export function completeValues(situation: ValueSituation, world: World): readonly CompletionItem[] {
  const field = resolveField(situation.field);
  if (!field) return [];
  const values = [
    ...fromWorld(field, situation, world).filter(({ value }) => fits(field, situation.op, value)),
    ...suggestValues(field, situation.op, world.now),
  ];
  const seen = new Set<unknown>();
  const unique = values.filter(({ value }) => !seen.has(value) && seen.add(value));
  const patterns = isPattern(situation.op) ? unique.map(anywhere) : unique;
  if (situation.string) return ranked(betweenQuotes(patterns, situation.string));
  const literals = patterns.map((each) => asLiteral(each, situation.list === 'before'));
  const slot = freeText(situation, unique);
  return ranked(slot ? [...literals, slot] : literals);
}

function fromWorld(field: Field, { key }: ValueSituation, { known, live }: World): readonly SuggestedValue[] {
  const inProject = field.source ? known(field.source, key) : [];
  return [
    ...(live?.values ?? []).map((each) => ({ value: each.value, detail: originOf(each, live!) })),
    ...inProject.map((value) => ({ value, detail: 'in this project' })),
  ];
}

/** A value of the world may have another type than the operator compares. */
function fits(field: Field, op: string, value: SuggestedValue['value']): boolean {
  if (field.type === 'json') return op === 'exists' && typeof value === 'string';
  if (isPattern(op)) return typeof value === 'string' && !value.includes('%');
  if (field.type === 'scalar') return op === 'eq' || op === 'neq' || op === 'in' || typeof value === 'number';
  if (field.type === 'number' || field.type === 'duration') return typeof value === 'number';
  return field.type === 'boolean' ? typeof value === 'boolean' : typeof value === 'string';
}

function isPattern(op: string): boolean {
  return op === 'like' || op === 'notlike';
}

function anywhere({ value, detail }: SuggestedValue): SuggestedValue {
  return typeof value === 'string' ? { value: `%${value}%`, detail } : { value, detail };
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
  return { ...VALUE, label: insertText, filterText: String(value), insertText, detail };
}

const VALUE = { kind: 'value', isSnippet: false, documentation: '' } as const;

/** An empty text to write into, where any text will do. */
function freeText({ field, op, list }: ValueSituation, values: readonly SuggestedValue[]) {
  const type = resolveField(field)?.type ?? 'string';
  const isPatternOp = isPattern(op);
  const isFree = ['string', 'uuid', 'tag', 'key', 'scalar', 'json'].includes(type);
  if (!isPatternOp && (!isFree || values.some(({ value }) => value === null))) return undefined;
  const insertText = isPatternOp ? '"%$1%"' : list === 'before' ? '["$1"]' : '"$1"';
  return {
    label: insertText.replace('$1', 'text'),
    kind: 'snippet',
    insertText,
    isSnippet: true,
    detail: isPatternOp ? 'anywhere in the text' : 'another text',
    documentation: '',
  } as const;
}

/** A text as it stands between these quotes. */
function escape(value: string, quote: OpenText['quote']): string {
  const inner = JSON.stringify(value).slice(1, -1);
  return quote === '"' ? inner : inner.replaceAll('\\"', '"').replaceAll("'", "\\'");
}
