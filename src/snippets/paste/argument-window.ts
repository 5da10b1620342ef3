import { parseTimestamp } from '../../contract/timestamp.ts';
import type { WindowChoice } from '../../url/screens.ts';
import type { ArgumentNotes } from './argument-notes.ts';
import { BEGINNING } from '../v2-arguments.ts';
import type { CodeValue } from './evaluate-code.ts';

/** Bounds as a window: one that counts back from now stays relative when it has no end of its own. */
export function windowOf(
  start: CodeValue | undefined,
  end: CodeValue | undefined,
  notes: ArgumentNotes,
  now: number,
): WindowChoice | undefined {
  const isNow = end?.kind === 'ago' && end.seconds === 0;
  if (start?.kind === 'ago' && start.seconds > 0 && (!end || isNow))
    return { kind: 'relative', seconds: start.seconds };
  const from = boundOf('the start of the window', start, notes, now);
  const to = boundOf('the end of the window', end, notes, now);
  if (start?.kind === 'ago' || (end?.kind === 'ago' && !isNow)) {
    notes.add('The window counts back from now and has an end of its own; it is fixed to this moment.');
  }
  if (from === undefined && to === undefined) return undefined;
  // What Runlens itself writes where an API wants a start and the person wants everything.
  if (from === Date.parse(BEGINNING) && to === undefined) return { kind: 'all' };
  return { kind: 'absolute', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function boundOf(
  name: string,
  value: CodeValue | undefined,
  notes: ArgumentNotes,
  now: number,
): number | undefined {
  if (!value) return undefined;
  if (value.kind === 'moment') return value.time;
  if (value.kind === 'ago') return now - value.seconds * 1000;
  const time = value.kind === 'plain' ? parseTimestamp(value.value) : undefined;
  if (time === undefined) notes.unreadable(name, value);
  return time;
}
