import { describe, expect, test } from 'vitest';
import { domOffsetFor, offsetToReveal, scrolledTo } from './virtual-offset.ts';

const tall = { total: 64_000_000, viewport: 600, cap: 15_000_000 };
const short = { total: 32_000, viewport: 600, cap: 15_000_000 };
const top = { dom: 0, virtual: 0 };

test('below the cap both positions are one', () => {
  expect(scrolledTo(top, 12_345, short)).toEqual({ dom: 12_345, virtual: 12_345 });
  expect(domOffsetFor(12_345, top, short)).toBe(12_345);
});

describe('above the cap', () => {
  test('the wheel moves rows pixel by pixel', () => {
    let position = { dom: 1000, virtual: 4000 };
    for (let step = 0; step < 20; step += 1) position = scrolledTo(position, position.dom + 60, tall);
    expect(position).toEqual({ dom: 2200, virtual: 5200 });
  });

  test('the scroll bar jumps in proportion', () => {
    const half = scrolledTo(top, (tall.cap - tall.viewport) / 2, tall);
    expect(half.virtual).toBeCloseTo((tall.total - tall.viewport) / 2, 0);
  });

  test('both ends can be reached', () => {
    expect(scrolledTo({ dom: 50, virtual: 900 }, 0, tall).virtual).toBe(0);
    const end = scrolledTo({ dom: tall.cap - 700, virtual: 1 }, tall.cap - tall.viewport, tall);
    expect(end.virtual).toBe(tall.total - tall.viewport);
  });

  test('a position that was asked for comes back when the element arrives there', () => {
    const asked = 1_999_000 * 32;
    const arrived = scrolledTo(top, domOffsetFor(asked, top, tall), tall);
    expect(arrived.virtual).toBeCloseTo(asked, 0);
  });

  test('a near position is reached without a jump', () => {
    expect(domOffsetFor(5060, { dom: 1000, virtual: 5000 }, tall)).toBe(1060);
  });
});

test.each([
  ['above', 2, 64],
  ['below', 40, 41 * 32 - 600],
  ['half hidden at the bottom', 21, 22 * 32 - 600],
  ['visible', 10, undefined],
])('a row %s the view', (_where, index, expected) => {
  expect(offsetToReveal(index, 32, 100, 600)).toBe(expected);
});
