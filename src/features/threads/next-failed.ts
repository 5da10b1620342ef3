/** The failed turn after (or before) a place, going round at the end as the trace page does; undefined = none failed. */
export function nextFailed(failed: readonly number[], from: number, direction: 1 | -1): number | undefined {
  return direction === 1
    ? (failed.find((index) => index > from) ?? failed[0])
    : (failed.findLast((index) => index < from) ?? failed.at(-1));
}
