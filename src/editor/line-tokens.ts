import { scan } from '../filter/scan.ts';
import type { TokenKind } from '../filter/token.ts';

/**
 * Monaco asks for tokens line by line, the scanner reads whole texts. The one thing that a line must
 * know of those above is the quote of a string that is still open; it is put in front of the line and
 * taken off the answer again. Highlighting has no grammar of its own.
 */
export interface LineTokens {
  readonly tokens: readonly { readonly startIndex: number; readonly scopes: TokenKind | '' }[];
  /** The quote of a string that goes on in the next line; '' = none. */
  readonly openQuote: string;
}

export function lineTokens(line: string, openQuote: string): LineTokens {
  const shift = openQuote.length;
  const found = scan(openQuote + line);
  const tokens: { startIndex: number; scopes: TokenKind | '' }[] = [];
  let end = 0;
  for (const token of found) {
    const from = Math.max(0, token.from - shift);
    if (from > end) tokens.push({ startIndex: end, scopes: '' });
    tokens.push({ startIndex: from, scopes: token.kind });
    end = token.to - shift;
  }
  if (end < line.length) tokens.push({ startIndex: end, scopes: '' });
  const last = found.at(-1);
  return { tokens, openQuote: last?.isOpen ? last.text[0]! : '' };
}
