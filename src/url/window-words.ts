import { formatAbsolute } from '../lib/format-time.ts';
import type { WindowChoice } from './screens.ts';

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A window as people say it. */
export function windowWords(choice: WindowChoice): string {
  if (choice.kind === 'all') return 'all time';
  if (choice.kind === 'absolute') {
    const from = choice.from === undefined ? undefined : `from ${formatAbsolute(choice.from)}`;
    const to = choice.to === undefined ? undefined : `until ${formatAbsolute(choice.to)}`;
    return [from, to].filter((part) => part !== undefined).join(' ') || 'all time';
  }
  const [unit, size] = UNITS.find(([, seconds]) => choice.seconds % seconds === 0) ?? ['second', 1];
  const count = choice.seconds / size;
  return `the last ${count === 1 ? unit : `${count} ${unit}s`}, counted from the moment of opening`;
}
