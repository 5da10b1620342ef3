/** From the window a person chose to the bounds a request carries. */
import type { TimeWindow } from '../contract/api.ts';
import type { WindowChoice } from './screens.ts';

const MINUTE = 60_000;

/**
 * Grid of the lower bound by length of the window: requests of one screen, made seconds apart, get the
 * same bounds and thereby share their answers.
 */
function stepOf(seconds: number): number {
  if (seconds >= 7 * 86_400) return 10 * MINUTE;
  if (seconds >= 86_400) return MINUTE;
  return seconds >= 3600 ? 10_000 : 1000;
}

/**
 * Call it once per round of requests and pass the result on: pages of one list must not move. The bound
 * is rounded up, never down: a window a minute over seven days falls into a slower rate limit
 * (CONTRACT §3). A relative window is open at its end, so that runs of skewed clocks stay visible.
 */
export function windowAt(choice: WindowChoice, now: number): TimeWindow {
  if (choice.kind === 'all') return {};
  if (choice.kind === 'relative') {
    const step = stepOf(choice.seconds);
    return { from: Math.ceil((now - choice.seconds * 1000) / step) * step };
  }
  return {
    ...(choice.from === undefined ? {} : { from: choice.from }),
    ...(choice.to === undefined ? {} : { to: choice.to }),
  };
}
