/** Numbers, and the values that people write like numbers: durations, times, ids, 1_000. */
import { type Token, problemAt } from './token.ts';

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const TIME = /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-])/y;
const RUN = /[+-]?[\p{L}\p{N}_.]+(?:(?<=[eE])[+-]\d+)?(?:-[\p{L}\p{N}_]+)*/uy;
const DURATION = /^\d+(?:\.\d+)?\s?(?:ms|s|sec|m|min|h|d)$/i;

export function scanNumber(text: string, from: number): Token {
  const time = match(TIME, text, from);
  const written = time ?? match(RUN, text, from) ?? text[from]!;
  const range = { from, to: from + written.length };
  const refuse = (code: string, message: string): Token => ({
    kind: 'error',
    ...range,
    text: written,
    problem: problemAt(range, code, message),
  });
  if (time) return refuse('unquoted-time', `A time is written in quotes: "${written}".`);
  if (NUMBER.test(written)) {
    return Number.isFinite(Number(written))
      ? { kind: 'number', ...range, text: written }
      : refuse('bad-number', `${written} is too large for a number.`);
  }
  if (DURATION.test(written)) {
    return refuse('unquoted-duration', `A duration is written in quotes: "${written}".`);
  }
  if (/^[+-]?\.\d+$/.test(written)) {
    return refuse('bad-number', `Write the digit before the point: ${written.replace('.', '0.')}.`);
  }
  return refuse('bad-number', `${written} is not a number; if it is a text, put it in quotes: "${written}".`);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
