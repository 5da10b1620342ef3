import type { Range } from './ast.ts';
import { bracketPairs } from './brackets.ts';

/** What stands between brackets on different lines, outermost first. */
export function foldingRanges(text: string): readonly Range[] {
  return bracketPairs(text)
    .map(({ open, close }) => ({ from: open.to, to: close.from }))
    .filter(({ from, to }) => text.slice(from, to).includes('\n'))
    .toSorted((a, b) => a.from - b.from);
}
