import type { Problem } from '../ast.ts';
import { problemAt } from '../token.ts';
import type { BarMatch } from './bar-tree.ts';
import type { BarToken } from './scan-bar.ts';

interface Reader {
  readonly problems: Problem[];
  peek(): BarToken | undefined;
  take(): BarToken;
}

/** After `:[` or `:{`. Bounds of `*` were removed from the product, so they are refused with a rewrite. */
export function parseBarRange(reader: Reader, open: BarToken): BarMatch | undefined {
  const low = takeWord(reader);
  const to = reader.peek()?.kind === 'to' ? reader.take() : undefined;
  const high = to && takeWord(reader);
  const close = reader.peek()?.kind === 'range-close' ? reader.take() : undefined;
  const whole = { from: open.from, to: (close ?? high ?? to ?? low ?? open).to };
  if (!low?.word || !high?.word || !close) {
    reader.problems.push(
      problemAt(whole, 'bad-range', 'A range is written [10 TO 20], or {10 TO 20} without its bounds.'),
    );
    return undefined;
  }
  if (low.word.wildcard || high.word.wildcard) {
    const message = 'Ranges with an open end are gone from the search bar; write :>=10 or :<=20 instead.';
    reader.problems.push(problemAt(whole, 'open-range', message));
    return undefined;
  }
  return {
    kind: 'range',
    low: { word: low.word, isInclusive: open.text === ':[' },
    high: { word: high.word, isInclusive: close.text === ']' },
  };
}

function takeWord(reader: Reader): BarToken | undefined {
  return reader.peek()?.kind === 'word' ? reader.take() : undefined;
}
