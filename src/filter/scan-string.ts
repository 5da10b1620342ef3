/**
 * Strings in either quote, with JSON's escapes and the few that Go's %q adds (the command line writes
 * filters with it). Escapes in single quotes are unknown on the server (UNKNOWNS U1); read alike here.
 */
import type { Problem } from './ast.ts';
import { type Token, problemAt } from './token.ts';

/** Curly and angled quotes, by what may close them; word processors and chats put them in. */
const TYPOGRAPHIC: Readonly<Record<string, string>> = {
  '\u201c': '\u201c\u201d"',
  '\u201d': '\u201d\u201c"',
  '\u201e': '\u201c\u201d"',
  '\u00ab': '\u00bb"',
  '\u2018': "\u2018\u2019'",
  '\u2019': "\u2019\u2018'",
  '\u201a': "\u2018\u2019'",
};

const SIMPLE: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

export function isQuote(character: string): boolean {
  return character === '"' || character === "'" || character in TYPOGRAPHIC;
}

export function scanString(text: string, from: number): Token {
  const closers = TYPOGRAPHIC[text[from]!] ?? text[from]!;
  let value = '';
  let firstBadEscape: Problem | undefined;
  let hasEscape = false;
  let at = from + 1;
  while (at < text.length && !closers.includes(text[at]!)) {
    if (text[at] !== '\\') {
      value += text[at]!;
      at += 1;
      continue;
    }
    const escape = readEscape(text, at);
    value += escape.value;
    firstBadEscape ??= escape.problem;
    hasEscape = true;
    at += escape.length;
  }
  const isOpen = at >= text.length;
  const to = isOpen ? text.length : at + 1;
  const token = { kind: 'string', from, to, text: text.slice(from, to), value } as const;
  const doubtful = () => (hasEscape && closers === "'" ? escapeInSingleQuotes(token) : undefined);
  if (isOpen) return { ...token, isOpen, problem: unclosed(text, from) };
  const problem = TYPOGRAPHIC[text[from]!] ? typographic(token) : (firstBadEscape ?? doubtful());
  return problem ? { ...token, problem } : token;
}

function readEscape(text: string, at: number): { value: string; length: number; problem?: Problem } {
  const letter = text[at + 1];
  if (letter === undefined) return { value: '', length: 1 };
  const simple = Object.hasOwn(SIMPLE, letter) ? SIMPLE[letter] : undefined;
  if (simple !== undefined) return { value: simple, length: 2 };
  const hex = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;
  hex.lastIndex = at;
  const match = hex.exec(text);
  const code = match && Number.parseInt(match[1] ?? match[2] ?? match[3]!, 16);
  if (match && code! <= 0x10ffff) return { value: decode(match, code!), length: match[0].length };
  const range = { from: at, to: at + 2 };
  const message = `\\${letter} is no escape; for a backslash write \\\\.`;
  return { value: letter, length: 2, problem: problemAt(range, 'bad-escape', message) };
}

/** `\u` is a UTF-16 unit, as in JSON, so that surrogate pairs and lone surrogates survive. */
function decode(match: RegExpExecArray, code: number): string {
  return match[2] === undefined ? String.fromCodePoint(code) : String.fromCharCode(code);
}

function unclosed(text: string, from: number): Problem {
  const quote = TYPOGRAPHIC[text[from]!] ? '"' : text[from]!;
  const message = `The text that begins here never ends; close it with ${quote}.`;
  return problemAt({ from, to: text.length }, 'unclosed-quote', message);
}

function typographic(token: Token): Problem {
  const written = JSON.stringify(token.value);
  return problemAt(token, 'typographic-quote', `These are curly quotes; type straight ones: ${written}.`);
}

function escapeInSingleQuotes(token: Token): Problem {
  const message = `Nobody knows whether LangSmith reads backslashes in single quotes; write ${JSON.stringify(token.value)}.`;
  return problemAt(token, 'escape-in-single-quotes', message, 'warning');
}
