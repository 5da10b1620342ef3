/** Words of the search bar: quoted, or bare with backslash escapes and `*` for any run of characters. */
import type { Problem } from '../ast.ts';
import { problemAt } from '../token.ts';
import type { BarWord } from './bar-tree.ts';

export interface ReadWord {
  readonly word: BarWord;
  readonly problem?: Problem;
}

/** `stops` are the characters beside blanks and parentheses that end a bare word here. */
export function readBarWord(text: string, from: number, stops = ''): ReadWord {
  return text[from] === '"' ? readQuoted(text, from) : readBare(text, from, `()${stops}`);
}

function readQuoted(text: string, from: number): ReadWord {
  let value = '';
  let at = from + 1;
  for (; at < text.length && text[at] !== '"'; at++) {
    if (text[at] === '\\' && at + 1 < text.length) at += 1;
    value += text[at]!;
  }
  const isOpen = at >= text.length;
  const word = { from, to: isOpen ? text.length : at + 1, text: value, isQuoted: true };
  const message = 'The text that begins here never ends; close it with ".';
  return isOpen ? { word, problem: problemAt(word, 'unclosed-quote', message) } : { word };
}

function readBare(text: string, from: number, stops: string): ReadWord {
  const parts = [''];
  let at = from;
  for (; at < text.length && !/\s/.test(text[at]!) && !stops.includes(text[at]!); at++) {
    if (text[at] === '*') {
      parts.push('');
      continue;
    }
    if (text[at] === '\\' && at + 1 < text.length) at += 1;
    parts[parts.length - 1] += text[at]!;
  }
  const word: BarWord = {
    from,
    to: at,
    text: parts.join('*'),
    isQuoted: false,
    ...(parts.length > 1 ? { wildcard: parts } : {}),
  };
  return { word };
}

/** What would mean something else when it stands bare, anywhere in the bar. */
const NEEDS_QUOTES = /[\s:"*\\(){}[\]<>~]|^-|^(?:and|or|not|to)$|^$/i;

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * The value of a JSON key. The bar has no types, the API language has: bare numbers and booleans are taken
 * as such, everything in quotes as text. Integers that a double cannot hold are ids, so text.
 */
export function readTypedValue({ text, isQuoted }: BarWord): string | number | boolean {
  if (isQuoted) return text;
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  const value = NUMBER.test(text) ? Number(text) : NaN;
  const isTooLong = /^-?\d+$/.test(text) && !Number.isSafeInteger(value);
  return Number.isFinite(value) && !isTooLong ? value : text;
}

export function quoteBarText(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

export function printBarText(text: string): string {
  return NEEDS_QUOTES.test(text) ? quoteBarText(text) : text;
}

/** Literal texts around wildcards; nothing inside quotes would be a wildcard, so it is escaped instead. */
export function printBarPattern(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[\s:"*\\(){}[\]<>~]/g, '\\$&').replace(/^-/, '\\-')).join('*');
}
