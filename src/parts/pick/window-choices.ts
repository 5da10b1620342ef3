import { formatAbsolute, zoneOffset } from '../../lib/format-time.ts';
import type { WindowChoice } from '../../url/screens.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

export const WINDOW_PRESETS: readonly { readonly seconds: number; readonly label: string }[] = [
  { seconds: 15 * MINUTE, label: 'Last 15 minutes' },
  { seconds: HOUR, label: 'Last hour' },
  { seconds: 6 * HOUR, label: 'Last 6 hours' },
  { seconds: DAY, label: 'Last 24 hours' },
  { seconds: 3 * DAY, label: 'Last 3 days' },
  { seconds: 7 * DAY, label: 'Last 7 days' },
  { seconds: 14 * DAY, label: 'Last 14 days' },
  { seconds: 30 * DAY, label: 'Last 30 days' },
];

export function windowLabel(choice: WindowChoice): string {
  if (choice.kind === 'all') return 'All time';
  if (choice.kind === 'relative') return relativeLabel(choice.seconds);
  const { from, to } = choice;
  if (from !== undefined && to !== undefined) return `${minuteOf(from)} – ${minuteOf(to)}`;
  if (from !== undefined) return `Since ${minuteOf(from)}`;
  return to === undefined ? 'All time' : `Until ${minuteOf(to)}`;
}

function relativeLabel(seconds: number): string {
  const preset = WINDOW_PRESETS.find((known) => known.seconds === seconds);
  if (preset) return preset.label;
  const [size, unit] =
    seconds % DAY === 0 ? [DAY, 'days'] : seconds % HOUR === 0 ? [HOUR, 'hours'] : [MINUTE, 'minutes'];
  return seconds < MINUTE ? `Last ${seconds} seconds` : `Last ${round(seconds / size)} ${unit}`;
}

const round = (n: number) => Math.round(n * 10) / 10;
const minuteOf = (time: number) => formatAbsolute(time).slice(0, 16);

/** The next larger window worth trying when this one is empty; undefined = there is none. */
export function widerWindow(choice: WindowChoice): WindowChoice | undefined {
  if (choice.kind === 'all') return undefined;
  if (choice.kind === 'absolute') return { kind: 'all' };
  const wider = [DAY, 7 * DAY, 30 * DAY].find((seconds) => seconds > choice.seconds);
  return wider === undefined ? { kind: 'all' } : { kind: 'relative', seconds: wider };
}

/** "2026-10-05T09:04" in the zone of the page, as datetime-local inputs speak; '' for no bound. */
export function toInputText(time: number | undefined): string {
  return time === undefined ? '' : formatAbsolute(time).replace(' ', 'T');
}

export type InputTime =
  | { readonly kind: 'none' }
  | { readonly kind: 'time'; readonly time: number }
  | { readonly kind: 'wrong' };

/** Accepts what people paste as well: a date alone, a blank for the T, seconds, a zone. */
export function fromInputText(text: string): InputTime {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'none' };
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(
    trimmed,
  );
  if (!iso) return { kind: 'wrong' };
  // Without a time of day JavaScript would read a date as UTC; here it means midnight of the page's zone.
  const time = Date.parse(`${iso[1]}T${iso[2] ?? '00:00'}${iso[3] ?? 'Z'}`);
  if (Number.isNaN(time)) return { kind: 'wrong' };
  return { kind: 'time', time: iso[3] === undefined ? fromWallClock(time) : time };
}

/** What the clocks of the page's zone show, written as if it were UTC. The second look is for changes of the clocks. */
function fromWallClock(wall: number): number {
  const near = wall - zoneOffset(wall) * MINUTE * 1000;
  return wall - zoneOffset(near) * MINUTE * 1000;
}
