/**
 * How far a row is moved in, px. The first levels get a full step, deeper ones a small one, and at some
 * depth it stops: sixty levels must leave room for names. Beyond the full steps the row says its depth.
 */
const fullStep = 14;
const fullLevels = 8;
const smallStep = 3;
const smallLevels = 10;

export function rowIndent(depth: number): number {
  const small = Math.min(Math.max(depth - fullLevels, 0), smallLevels);
  return Math.min(depth, fullLevels) * fullStep + small * smallStep;
}

export function saysDepth(depth: number): boolean {
  return depth > fullLevels;
}
