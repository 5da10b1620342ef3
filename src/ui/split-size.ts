export interface SplitKey {
  readonly key: string;
  readonly isFast: boolean;
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly isSideBySide: boolean;
  readonly sizedSide: 'start' | 'end';
}

/** Arrows move the separator itself, so they enlarge one side and shrink the other. Undefined: not our key. */
export function sizeAfterKey(press: SplitKey): number | undefined {
  const { key, isFast, size, min, max, isSideBySide, sizedSide } = press;
  if (key === 'Home') return min;
  if (key === 'End') return max;
  const forward = isSideBySide ? 'ArrowRight' : 'ArrowDown';
  const back = isSideBySide ? 'ArrowLeft' : 'ArrowUp';
  if (key !== forward && key !== back) return undefined;
  const grows = (key === forward) === (sizedSide === 'start');
  const step = isFast ? 64 : 16;
  return Math.min(max, Math.max(min, size + (grows ? step : -step)));
}
