import { expect, test } from 'vitest';
import { drawRuns } from '../../testing/draw-runs.ts';
import { failedColor, minimapPicture, paletteTypes } from './minimap-picture.ts';
import { traceModel } from './trace-model.ts';

/** One character per pixel: c chain, l llm, t tool, ! failed. */
function picture(drawing: string, width: number, height: number): string[] {
  const model = traceModel('root', drawRuns(drawing), 0);
  const rows = Int32Array.from(model.tree.runs, (_, node) => node);
  const pixels = minimapPicture(model, rows, width, height);
  const letters = ['.', ...paletteTypes.slice(1).map((type) => type[0]!)];
  return Array.from({ length: height }, (_, y) =>
    [...pixels.subarray(y * width, (y + 1) * width)]
      .map((color) => (color === failedColor ? '!' : letters[color]))
      .join(''),
  );
}

test('few runs are bands, with a line between them', () => {
  const drawing = `
    root chain 0-10
      a llm 0-5
      b tool 5-10`;
  expect(picture(drawing, 10, 9)).toEqual([
    'cccccccccc',
    'cccccccccc',
    '..........',
    'lllll.....',
    'lllll.....',
    '..........',
    '.....ttttt',
    '.....ttttt',
    '..........',
  ]);
});

test('many runs share lines; failures are never covered, instants never lost', () => {
  const drawing = `
    root chain 0-10
      a llm 0-10
      b tool 3-3 status=error
      c llm 0-10
      d tool 10-10`;
  expect(picture(drawing, 10, 1)).toEqual(['lll!lllllt']);
});
