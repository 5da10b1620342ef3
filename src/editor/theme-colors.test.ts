import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EDITOR_COLORS, hexColor, isDark, TOKEN_COLORS } from './theme-colors.ts';

const tokens = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8');

test.each([
  [[255, 0, 16, undefined], '#ff0010'],
  [[1, 2, 3, 255], '#010203'],
  [[1, 2, 3, 0], '#01020300'],
] as const)('%j is %s', ([red, green, blue, alpha], expected) => {
  expect(hexColor(red, green, blue, alpha)).toBe(expected);
});

test.each([
  ['#ffffff', false],
  ['#14181c', true],
  ['#ffff00', false],
  ['#0000ff', true],
])('%s is dark: %s', (color, expected) => {
  expect(isDark(color)).toBe(expected);
});

test('every colour is a design token', () => {
  const asked = [...Object.values(TOKEN_COLORS), ...Object.values(EDITOR_COLORS)];
  expect(asked.filter((name) => !tokens.includes(`${name}:`))).toEqual([]);
});
