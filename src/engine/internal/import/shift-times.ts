import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import { parseTime } from '../wire/parse-time.ts';
import { printTime } from '../wire/print-time.ts';
import { isObject, type ImportRecord } from './import-record.ts';

const DAY = 24 * 60 * 60 * 1000;

const TIME_FIELDS: Readonly<Record<ImportRecord['kind'], readonly string[]>> = {
  run: [
    'start_time',
    'end_time',
    'first_token_time',
    'last_queued_at',
    'trace_first_received_at',
    'inserted_at',
  ],
  feedback: ['created_at', 'modified_at', 'start_time'],
  project: ['start_time', 'end_time', 'last_run_start_time', 'last_run_start_time_live'],
  attachment: [],
};

/**
 * Whole days by which to move a file so that its newest run started within the last 24 hours: times
 * of day stay what they were. Undefined without runs.
 */
export function shiftFor(records: readonly ImportRecord[], now: number): number | undefined {
  let newest = -Infinity;
  for (const { kind, fields } of records) {
    if (kind === 'run') newest = Math.max(newest, parseTime(fields['start_time']) ?? -Infinity);
  }
  return Number.isFinite(newest) ? Math.floor((now - newest) / DAY) * DAY : undefined;
}

/** The record, moved in time. Ids keep the time they were made of; nothing reads it. */
export function shiftRecord({ kind, fields }: ImportRecord, by: number): ImportRecord {
  if (by === 0) return { kind, fields };
  const moved: JsonObject = { ...fields };
  for (const name of TIME_FIELDS[kind]) {
    if (name in moved) moved[name] = shiftTime(moved[name]!, by);
  }
  if (kind === 'run') {
    if (typeof moved['dotted_order'] === 'string')
      moved['dotted_order'] = shiftOrder(moved['dotted_order'], by);
    if (Array.isArray(moved['events']))
      moved['events'] = moved['events'].map((event) => shiftEvent(event, by));
  }
  return { kind, fields: moved };
}

function shiftTime(value: JsonValue, by: number): JsonValue {
  if (typeof value === 'number') return value + by;
  const time = parseTime(value);
  return time === undefined ? value : printTime(time + by);
}

function shiftEvent(event: JsonValue, by: number): JsonValue {
  return isObject(event) && event['time'] !== undefined
    ? { ...event, time: shiftTime(event['time'], by) }
    : event;
}

/** `20261005T090431729001Z<id>` per level: only the date can change, the digits after it need not be a time. */
function shiftOrder(order: string, by: number): string {
  return order.replace(/(^|\.)(\d{4})(\d\d)(\d\d)(?=T\d+Z)/g, (_, dot: string, ...date: string[]) => {
    const [year, month, day] = date.map(Number);
    const moved = new Date(Date.UTC(year!, month! - 1, day!) + by).toISOString();
    return dot + moved.slice(0, 10).replaceAll('-', '');
  });
}
