import { displayZone } from './display-zone.ts';

export interface AbsoluteOptions {
  /** An IANA name; undefined = the zone in which the page speaks. */
  readonly zone?: string;
  readonly withMillis?: boolean;
}

/** "2026-10-05 09:04:31": sortable, the same in every country, and what LangSmith's filters are written in. */
export function formatAbsolute(ms: number | undefined, options: AbsoluteOptions = {}): string {
  if (ms === undefined || !isTime(ms)) return '–';
  const text = formatterOf(options.zone ?? displayZone())
    .format(ms)
    .replace(', ', ' ');
  if (!options.withMillis) return text;
  const millis = Math.floor(ms) - Math.floor(ms / 1000) * 1000;
  return `${text}.${String(millis).padStart(3, '0')}`;
}

/** Minutes by which the clocks of the page's zone are ahead of UTC at that moment. */
export function zoneOffset(ms: number): number {
  const wall = Date.parse(`${formatAbsolute(ms).replace(' ', 'T')}Z`);
  return Math.round((wall - ms) / 60_000);
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Rounds down, as people do with ages. Beyond 30 days a date says more than a number of days. */
export function formatRelative(ms: number | undefined, now: number): string {
  if (ms === undefined || !isTime(ms)) return '–';
  const seconds = (now - ms) / 1000;
  // Clocks on screens tick every few seconds, so that what just happened may lie a little ahead of them.
  if (seconds < 0 && seconds > -15) return 'just now';
  const size = Math.abs(seconds);
  if (size >= 30 * DAY) return formatAbsolute(ms).slice(0, 10);
  const amount = ageOf(size);
  if (!amount) return 'just now';
  return seconds < 0 ? `in ${amount}` : `${amount} ago`;
}

function ageOf(seconds: number): string | undefined {
  if (seconds < 5) return undefined;
  if (seconds < MINUTE) return `${Math.floor(seconds)} s`;
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h`;
  return `${Math.floor(seconds / DAY)} d`;
}

// Beyond this a Date is invalid and Intl throws; runs with such times exist in damaged data.
const isTime = (ms: number) => Math.abs(ms) <= 8.64e15;

/** Making a formatter costs about a hundred times its use; a table formats thousands of times. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string | undefined): Intl.DateTimeFormat {
  const key = zone ?? '';
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  formatters.set(key, made);
  return made;
}
