export interface AxisTick {
  /** Of the bar that it stands under. */
  readonly index: number;
  readonly text: string;
}

/** Pixels of a character of the axis, and of the air between two texts. */
const CHARACTER = 6.7;
const AIR = 10;

/** Those of the ticks that stand beside each other in the room there is; `step`: pixels of a bar. */
export function fittingTicks(ticks: readonly AxisTick[], step: number, width: number): readonly AxisTick[] {
  let end = -Infinity;
  return ticks.filter(({ index, text }) => {
    const start = index * step;
    const stop = start + text.length * CHARACTER;
    if (start < end || stop > width) return false;
    end = stop + AIR;
    return true;
  });
}
