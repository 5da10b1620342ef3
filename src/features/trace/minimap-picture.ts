/**
 * The whole trace in a few hundred pixels: across time, down the visible rows. Each pixel keeps the last
 * run that covers it (the deepest, in pre-order), failures always win. Work is one fill per run and one
 * byte per pixel, never one rectangle per run (STACK §6).
 */
import type { TraceModel } from './trace-model.ts';

/** Indexes into the palette; 0 = nothing there. */
export const paletteTypes = [
  '',
  'chain',
  'llm',
  'tool',
  'retriever',
  'embedding',
  'prompt',
  'parser',
] as const;
export const failedColor = paletteTypes.length;

const indexOfType = new Map<string, number>(paletteTypes.map((type, index) => [type, index]));

export function minimapPicture(
  model: TraceModel,
  rows: Int32Array,
  width: number,
  height: number,
): Uint8Array {
  const pixels = new Uint8Array(width * height);
  const { starts, ends, duration } = model.timeline;
  const scale = width / Math.max(duration, 1);
  const linesPerRow = height / Math.max(rows.length, 1);
  for (const isFailedTurn of [false, true]) {
    rows.forEach((node, row) => {
      const run = model.tree.runs[node]!;
      if ((run.status === 'error') !== isFailedTurn) return;
      const color = isFailedTurn ? failedColor : (indexOfType.get(run.runType) ?? 1);
      const from = Math.min(width - 1, Math.floor(starts[node]! * scale));
      const to = Math.min(width, Math.max(from + 1, Math.ceil(ends[node]! * scale)));
      const top = Math.floor(row * linesPerRow);
      // Few rows: each is a band with a gap below it. Many: one line at least.
      const bottom = Math.max(top + 1, Math.floor((row + 1) * linesPerRow - (linesPerRow >= 3 ? 1 : 0)));
      for (let y = top; y < bottom && y < height; y++) pixels.fill(color, y * width + from, y * width + to);
    });
  }
  return pixels;
}
