/** Tokens of Python and of JavaScript alike: just enough to read calls with literal arguments. Total. */

export type CodeToken =
  | {
      readonly kind: 'name' | 'number' | 'punctuation';
      readonly text: string;
      readonly startsLine: boolean;
      readonly at: number;
    }
  | {
      readonly kind: 'string';
      readonly text: string;
      readonly parts: readonly StringPart[];
      readonly startsLine: boolean;
      readonly at: number;
    };

/** A hole is the code inside the braces of an f-string or a template. */
export type StringPart = string | { readonly hole: string };

/** The text of a string without holes; those of another leave nothing. */
export const textOf = (parts: readonly StringPart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : '')).join('');

const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const NUMBER = /\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?/y;
const STRING_START = /(?<prefix>[fFrRbBuU]{0,2})(?<quote>"""|'''|"|'|`)/y;
const SKIPPED = /\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\\\r?\n/y;

export function scanCode(text: string): readonly CodeToken[] {
  const tokens: CodeToken[] = [];
  let startsLine = true;
  for (let at = 0; at < text.length;) {
    const skipped = matchAt(SKIPPED, text, at)?.[0];
    if (skipped) {
      startsLine ||= skipped.includes('\n') && !skipped.startsWith('\\');
      at += skipped.length;
      continue;
    }
    const token = readToken(text, at, startsLine);
    tokens.push(token);
    startsLine = false;
    at += token.text.length;
  }
  return tokens;
}

function readToken(text: string, at: number, startsLine: boolean): CodeToken {
  const start = matchAt(STRING_START, text, at)?.groups;
  if (start) return readString(text, at, start['prefix']!, start['quote']!, startsLine);
  const name = matchAt(NAME, text, at)?.[0];
  if (name) return { kind: 'name', text: name, startsLine, at };
  const number = matchAt(NUMBER, text, at)?.[0];
  if (number) return { kind: 'number', text: number, startsLine, at };
  return { kind: 'punctuation', text: text[at]!, startsLine, at };
}

function readString(text: string, at: number, prefix: string, quote: string, startsLine: boolean): CodeToken {
  const isRaw = /r/i.test(prefix);
  const hole = quote === '`' ? '${' : /f/i.test(prefix) ? '{' : undefined;
  const parts: StringPart[] = [];
  let run = '';
  let end = at + prefix.length + quote.length;
  while (end < text.length && !text.startsWith(quote, end)) {
    if (text[end] === '\n' && quote.length === 1 && quote !== '`') break;
    const piece = readPiece(text, end, isRaw, hole);
    if (typeof piece.part === 'string') run += piece.part;
    else {
      parts.push(run, piece.part);
      run = '';
    }
    end += piece.length;
  }
  parts.push(run);
  const to = Math.min(text.length, end + (text.startsWith(quote, end) ? quote.length : 0));
  return {
    kind: 'string',
    text: text.slice(at, to),
    parts: parts.filter((part) => part !== ''),
    startsLine,
    at,
  };
}

interface Piece {
  readonly part: StringPart;
  readonly length: number;
}

function readPiece(text: string, at: number, isRaw: boolean, hole: string | undefined): Piece {
  if (text[at] === '\\') return isRaw ? { part: text.slice(at, at + 2), length: 2 } : readEscape(text, at);
  if (hole === '{' && (text.startsWith('{{', at) || text.startsWith('}}', at)))
    return { part: text[at]!, length: 2 };
  if (hole !== undefined && text.startsWith(hole, at)) return readHole(text, at, hole.length);
  return { part: text[at]!, length: 1 };
}

function readHole(text: string, at: number, opening: number): Piece {
  let depth = 1;
  let end = at + opening;
  for (; end < text.length && depth > 0; end++) {
    if (text[end] === '{') depth += 1;
    if (text[end] === '}') depth -= 1;
  }
  const code = text.slice(at + opening, depth === 0 ? end - 1 : end);
  // `{value!r:>10}` formats; only the value matters.
  return { part: { hole: code.replace(/(?:![rsa])?(?::[^()[\]{}'"]*)?$/, '').trim() }, length: end - at };
}

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
  a: '\x07',
};

function readEscape(text: string, at: number): Piece {
  const hex = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|U([0-9a-fA-F]{8}))/y;
  const match = matchAt(hex, text, at);
  const digits = match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4];
  const code = digits === undefined ? NaN : Number.parseInt(digits, 16);
  if (match && code <= 0x10ffff) return { part: String.fromCodePoint(code), length: match[0].length };
  const letter = text[at + 1] ?? '';
  return { part: SIMPLE[letter] ?? letter, length: 1 + letter.length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
