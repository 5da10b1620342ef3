/** Pieces of a bar tree that somebody else than a person writes; printBar() makes the text. */
import type { BarClause, BarExpression, BarMatch, BarNot, BarTerm, BarWord } from './bar-tree.ts';
import { readTypedValue } from './bar-word.ts';

const NOWHERE = { from: 0, to: 0 };

/** A text that stays a text: quoted where a bare word would be read as something else. */
export function textWord(text: string): BarWord {
  const bare: BarWord = { ...NOWHERE, text, isQuoted: false };
  return typeof readTypedValue(bare) === 'string' ? bare : { ...bare, isQuoted: true };
}

/** Numbers and booleans bare, texts so that they stay texts. */
export function typedWord(value: string | number | boolean): BarWord {
  if (typeof value === 'string') return textWord(value);
  const isLong = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return { ...NOWHERE, text: isLong ? value.toExponential() : String(value), isQuoted: false };
}

export function barClause(name: string, path: readonly string[], match: BarMatch): BarClause {
  return { kind: 'clause', ...NOWHERE, field: { ...NOWHERE, name, path }, match };
}

export function barTerm(text: string): BarTerm {
  return { kind: 'term', ...NOWHERE, word: { ...NOWHERE, text, isQuoted: false } };
}

/** Twice is not at all. */
export function barNot(part: BarExpression): BarExpression {
  if (part.kind === 'not') return part.part;
  const denial: BarNot = { kind: 'not', ...NOWHERE, part };
  return denial;
}

/** At least one part. */
export function barJoin(kind: 'and' | 'or', parts: readonly BarExpression[]): BarExpression {
  if (parts.length === 1) return parts[0]!;
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  return { kind, ...NOWHERE, parts: flat };
}

export const EXISTS: BarMatch = { kind: 'exists' };

export function isWord(word: BarWord): BarMatch {
  return { kind: 'is', word };
}

/** A pattern of like(); `%` alone is "exists". Undefined without any `%`. */
export function patternMatch(pattern: string): BarMatch | undefined {
  const parts = pattern.split('%');
  if (parts.length === 1) return undefined;
  if (parts.every((part) => part === '')) return EXISTS;
  return {
    kind: 'pattern',
    parts,
    word: { ...NOWHERE, text: parts.join('*'), isQuoted: false, wildcard: parts },
  };
}

/** The text that a pattern looks for anywhere: `%text%`. */
export function containedText(pattern: string, bareContains: boolean): string | undefined {
  const parts = pattern.split('%');
  const text = parts.length === 3 && parts[0] === '' && parts[2] === '' ? parts[1]! : undefined;
  const found = text ?? (parts.length === 1 && bareContains ? pattern : undefined);
  return found === undefined || found.trim() === '' ? undefined : found;
}
