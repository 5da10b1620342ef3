/** Pairs of brackets, read from tokens, so that those inside texts do not count. */
import type { Range } from './ast.ts';
import { scan } from './scan.ts';

export interface BracketPair {
  readonly open: Range;
  readonly close: Range;
}

/** In the order of their ends. What is never closed, or never opened, is in no pair. */
export function bracketPairs(text: string): readonly BracketPair[] {
  const open: { text: string; from: number; to: number }[] = [];
  const pairs: BracketPair[] = [];
  for (const { kind, text: bracket, from, to } of scan(text)) {
    if (kind !== 'punctuation' || bracket === ',') continue;
    if (bracket === '(' || bracket === '[') {
      open.push({ text: bracket, from, to });
      continue;
    }
    const opener = bracket === ')' ? '(' : '[';
    // As the parser does: a parenthesis ends the lists that were left open inside it.
    if (bracket === ')') while (open.at(-1)?.text === '[') open.pop();
    const last = open.at(-1);
    if (last?.text !== opener) continue;
    open.pop();
    pairs.push({ open: { from: last.from, to: last.to }, close: { from, to } });
  }
  return pairs;
}

/** The pair whose bracket is at the offset or just before it; else the innermost pair around it. */
export function matchingBrackets(text: string, offset: number): BracketPair | undefined {
  const pairs = bracketPairs(text);
  const touches = ({ from, to }: Range) => from <= offset && offset <= to;
  return (
    pairs.find(({ open, close }) => touches(open) || touches(close)) ??
    pairs.find(({ open, close }) => open.to <= offset && offset <= close.from)
  );
}
