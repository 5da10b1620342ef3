/**
 * Text → tokens. Every character that is no blank is in exactly one token, whatever was typed, so
 * highlighting needs no grammar of its own. Blanks are skipped.
 */
import { scanNumber } from './scan-number.ts';
import { isQuote, scanString } from './scan-string.ts';
import { type Token, problemAt } from './token.ts';

const BLANK = /[ \t\r\n\f\v]+/y;
/** Letters of any script and hyphens too: `gpt-4` is one word with one problem, not three. */
const WORD = /[\p{L}_$][\p{L}\p{M}\p{N}_$]*(?:[.-][\p{L}\p{M}\p{N}_$]+)*/uy;
const NUMBER_START = /[+-]?\.?\d/y;
/** Pasted text brings blanks that nobody sees and LangSmith does not know. */
const INVISIBLE = /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]+/y;
const OPERATOR = /&&|\|\||[=!<>]=?=?/y;
const KEYWORDS = new Set(['true', 'false', 'null', 'True', 'TRUE', 'False', 'FALSE', 'None']);

export function scan(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const blank = match(BLANK, text, at);
    if (blank) {
      at += blank.length;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.to;
  }
  return tokens;
}

function tokenAt(text: string, from: number): Token {
  const first = text[from]!;
  if ('()[],'.includes(first)) return { kind: 'punctuation', from, to: from + 1, text: first };
  if (isQuote(first)) return scanString(text, from);
  if (match(NUMBER_START, text, from)) return scanNumber(text, from);
  const word = match(WORD, text, from);
  if (word) return wordToken(text, from, word);
  const invisible = match(INVISIBLE, text, from);
  if (invisible) return invisibleToken(from, invisible);
  return errorToken(from, match(OPERATOR, text, from) ?? String.fromCodePoint(text.codePointAt(from)!));
}

function wordToken(text: string, from: number, word: string): Token {
  const range = { from, to: from + word.length, text: word };
  if (KEYWORDS.has(word)) return { kind: 'keyword', ...range };
  const blank = match(BLANK, text, range.to) ?? '';
  return { kind: text[range.to + blank.length] === '(' ? 'function' : 'field', ...range };
}

function invisibleToken(from: number, text: string): Token {
  const range = { from, to: from + text.length };
  const code = text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const message = `There is an invisible character (U+${code}) here; delete it or type a normal blank.`;
  return { kind: 'error', ...range, text, problem: problemAt(range, 'invisible-character', message) };
}

function errorToken(from: number, text: string): Token {
  return { kind: 'error', from, to: from + text.length, text };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
