/** A window as one readable word: `7d`, `90s`, `all`, `2026-10-05T00:00:00Z..2026-10-06T00:00:00Z`, `..2026-10-06`. */
import { parseTimestamp, printTimestamp } from '../contract/timestamp.ts';
import type { WindowChoice } from './screens.ts';

const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;

/** A hundred years; beyond the range of dates a window could not be asked for. */
const LONGEST = 36_525 * 86_400;

const bound = (time: number | undefined) => (time === undefined ? '' : printTimestamp(time));

export function printWindow(choice: WindowChoice): string {
  if (choice.kind === 'all') return 'all';
  if (choice.kind === 'absolute') return `${bound(choice.from)}..${bound(choice.to)}`;
  const [unit, size] = UNITS.find(([, seconds]) => choice.seconds % seconds === 0) ?? ['s', 1];
  return `${choice.seconds / size}${unit}`;
}

function parseAbsolute(fromText: string, toText: string): WindowChoice | undefined {
  const from = parseTimestamp(fromText);
  const to = parseTimestamp(toText);
  if ((fromText !== '' && from === undefined) || (toText !== '' && to === undefined)) return undefined;
  return {
    kind: 'absolute',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

export function parseWindow(text: string): WindowChoice | undefined {
  if (text === 'all') return { kind: 'all' };
  const relative = /^(\d+(?:\.\d+)?)([dhms])$/.exec(text);
  if (relative) {
    const seconds = Number(relative[1]) * UNITS.find(([unit]) => unit === relative[2])![1];
    return seconds > 0 && seconds <= LONGEST ? { kind: 'relative', seconds } : undefined;
  }
  const cut = text.indexOf('..');
  return cut < 0 ? undefined : parseAbsolute(text.slice(0, cut), text.slice(cut + 2));
}
