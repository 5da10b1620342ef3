/** One line of the table: how long something takes, beside a mark to compare with. */
export interface Measurement {
  readonly what: string;
  /** Milliseconds. */
  readonly median: number;
  readonly worst: number;
  /** Milliseconds. What the number should be compared with, and where it comes from. */
  readonly mark?: Mark;
}

export interface Mark {
  readonly ms: number;
  readonly of: string;
}

/** Warms up twice, then measures. The work must hand back something, so that nothing can be optimised away. */
export async function measure(
  what: string,
  mark: Mark | undefined,
  times: number,
  work: (round: number) => unknown,
): Promise<Measurement> {
  const durations: number[] = [];
  let last: unknown;
  for (let round = -2; round < times; round++) {
    const started = performance.now();
    last = await work(round);
    if (round >= 0) durations.push(performance.now() - started);
  }
  if (last === undefined) throw new Error(`${what} gave nothing back; what was measured?`);
  return summarize(what, mark, durations);
}

export function summarize(what: string, mark: Mark | undefined, durations: readonly number[]): Measurement {
  const sorted = durations.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  if (median === undefined) throw new Error(`${what} was measured no times.`);
  return { what, median, worst: sorted.at(-1)!, ...(mark ? { mark } : {}) };
}

export function printTable(title: string, measurements: readonly Measurement[]): void {
  console.log(`\n${title}`);
  console.table(
    measurements.map(({ what, median, worst, mark }) => ({
      what,
      'median ms': rounded(median),
      'worst ms': rounded(worst),
      'mark ms': mark?.ms ?? '',
      'times the mark': mark === undefined ? '' : Number((median / mark.ms).toFixed(2)),
      'what the mark is': mark?.of ?? '',
    })),
  );
}

function rounded(ms: number): number {
  return Number(ms.toPrecision(3));
}
