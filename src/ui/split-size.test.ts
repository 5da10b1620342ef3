import { expect, test } from 'vitest';
import { sizeAfterKey } from './split-size.ts';

const press = {
  size: 300,
  min: 200,
  max: 340,
  isFast: false,
  isSideBySide: true,
  sizedSide: 'start',
} as const;

test.each([
  ['ArrowRight', {}, 316],
  ['ArrowLeft', {}, 284],
  ['ArrowRight', { sizedSide: 'end' }, 284],
  ['ArrowLeft', { isFast: true }, 236],
  ['ArrowRight', { isFast: true }, 340],
  ['ArrowDown', { isSideBySide: false }, 316],
  ['ArrowRight', { isSideBySide: false }, undefined],
  ['Home', {}, 200],
  ['End', {}, 340],
  ['a', {}, undefined],
] as const)('%s with %j sizes the pane to %s', (key, change, expected) => {
  expect(sizeAfterKey({ ...press, ...change, key })).toBe(expected);
});
