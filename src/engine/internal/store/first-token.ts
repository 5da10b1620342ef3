import type { JsonValue } from '../../../contract/run.ts';
import { isObject } from './json.ts';
import { readTime } from './read-time.ts';

/** Time of the earliest `new_token` event. */
export function firstTokenTime(events: readonly JsonValue[]): number | undefined {
  let first: number | undefined;
  for (const event of events) {
    if (!isObject(event) || event.name !== 'new_token') continue;
    const time = readTime(event.time);
    if (time !== undefined && (first === undefined || time < first)) first = time;
  }
  return first;
}
