/** Round offsets (milliseconds) inside a span, at most `count` of them, 1-2-5 steps, minutes and hours by their own. */
import type { TimeSpan } from './timeline.ts';

const minute = 60_000;
const longSteps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((minutes) => minutes * minute);

export function timeTicks(span: TimeSpan, count: number): readonly number[] {
  const width = span.to - span.from;
  if (!(width > 0) || count < 1) return [];
  const step = stepFor(width / count);
  const ticks: number[] = [];
  for (let n = Math.ceil(span.from / step); n * step <= span.to; n++) ticks.push(n * step);
  return ticks;
}

function stepFor(atLeast: number): number {
  if (atLeast > 30_000) {
    const last = longSteps.at(-1)!;
    return longSteps.find((step) => step >= atLeast) ?? Math.ceil(atLeast / last) * last;
  }
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const step = [1, 2, 5].map((n) => n * power).find((candidate) => candidate >= atLeast) ?? 10 * power;
  return step > 30_000 ? minute : step;
}
