import type { RunEvent } from '../../../contract/run.ts';

export interface EventRow {
  readonly event: RunEvent;
  readonly last: RunEvent;
  readonly count: number;
  /** Place of the first one, for keys. */
  readonly place: number;
}

/** A streamed answer is hundreds of tokens: those in a row become one row that says how many. */
export function eventRows(events: readonly RunEvent[]): readonly EventRow[] {
  const rows: EventRow[] = [];
  events.forEach((event, place) => {
    const before = rows.at(-1);
    if (before?.event.name === event.name && event.name === 'new_token') {
      rows[rows.length - 1] = { ...before, last: event, count: before.count + 1 };
    } else rows.push({ event, last: event, count: 1, place });
  });
  return rows;
}
