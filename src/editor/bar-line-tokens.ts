import type { BarToken } from '../filter/bar/scan-bar.ts';
import { scanBar } from '../filter/bar/scan-bar.ts';
import type { TokenKind } from '../filter/token.ts';

const CLASSES: Readonly<Record<BarToken['kind'], TokenKind>> = {
  field: 'field',
  operator: 'punctuation',
  word: 'string',
  and: 'keyword',
  or: 'keyword',
  not: 'keyword',
  to: 'keyword',
  open: 'punctuation',
  close: 'punctuation',
  'group-close': 'punctuation',
  'range-close': 'punctuation',
  error: 'error',
};

export interface LineToken {
  readonly startIndex: number;
  readonly scopes: TokenKind | '';
}

/** Line by line: the bar is one line, and nothing in it is worth carrying from one line to the next. */
export function barLineTokens(line: string): readonly LineToken[] {
  const tokens: LineToken[] = [];
  let end = 0;
  for (const { kind, from, to } of scanBar(line)) {
    if (from > end) tokens.push({ startIndex: end, scopes: '' });
    tokens.push({ startIndex: from, scopes: CLASSES[kind] });
    end = to;
  }
  if (end < line.length) tokens.push({ startIndex: end, scopes: '' });
  return tokens;
}
