/**
 * A question without a lower bound, put to v2: there nothing means "the last 24 hours" (CONTRACT §7.1), so
 * an early date is sent. A server may refuse windows beyond about 400 days, its longest retention (WIRE
 * §7, CONTRACT §13); then the rest is asked for, and the answer says so.
 */
import { isHttpError } from '../contract/http-error.ts';
import { printTimestamp } from '../contract/timestamp.ts';
import type { Notices } from './notices.ts';
import type { Server } from './server.ts';

const DAY = 86_400_000;
/** Before LangSmith existed. */
export const BEGINNING = Date.UTC(2020, 0, 1);
const LONGEST_DAYS = 400;

const isAboutWindow = (message: string) =>
  /\d+ ?days?\b|(min|max)_start_time|time (range|window)|date range/i.test(message);

/** On a grid of days, so that the pages of one list keep the same bound. */
const shortened = (now: number) => Math.ceil((now - LONGEST_DAYS * DAY) / DAY) * DAY;

export async function withOpenWindow<T>(
  server: Server,
  from: number | undefined,
  notices: Notices,
  ask: (from: number) => Promise<T>,
): Promise<T> {
  if (from !== undefined) return ask(from);
  const tell = (bound: number) =>
    notices.add(
      'shortened-window',
      `This server refuses longer windows: asked from ${printTimestamp(bound)} on (${LONGEST_DAYS} days).`,
    );
  const { learned } = server;
  if (learned.earliest !== undefined) {
    tell(learned.earliest);
    return ask(learned.earliest);
  }
  try {
    return await ask(BEGINNING);
  } catch (error) {
    const isRefusal = isHttpError(error) && (error.status === 400 || error.status === 422);
    if (!isRefusal || !isAboutWindow(error.problem.message)) throw error;
    const bound = shortened(server.now());
    const answer = await ask(bound);
    learned.earliest = bound;
    tell(bound);
    return answer;
  }
}

/** An open end reaches a day beyond now: v2's own default would hide runs of clocks that run ahead. */
export const openEnd = (to: number | undefined, now: number): number =>
  to ?? Math.ceil((now + DAY) / 3_600_000) * 3_600_000;
