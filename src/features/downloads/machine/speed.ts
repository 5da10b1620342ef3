/** Runs per second over the last ten seconds; a whole mean would lie after every pause. */
const SPAN = 10_000;

export function createSpeed(start: number): (parts: number, now: number) => number | undefined {
  let marks: readonly { readonly parts: number; readonly at: number }[] = [{ parts: start, at: Date.now() }];
  return (parts, now) => {
    marks = [
      ...marks.filter(({ at }, index) => now - at < SPAN || index === marks.length - 1),
      { parts, at: now },
    ];
    const first = marks[0]!;
    return now - first.at < 500 ? undefined : ((parts - first.parts) / (now - first.at)) * 1000;
  };
}
