import { afterEach, expect, test } from 'vitest';
import { isKeyOff, setSingleKeys } from './single-keys.ts';

afterEach(() => setSingleKeys(true));

test.each<[string, boolean]>([
  ['e', true],
  ['?', true],
  ['/', true],
  [' ', false],
  ['Enter', false],
  ['ArrowDown', false],
])('switched off, %j does nothing: %s', (key, isOff) => {
  expect(isKeyOff(key)).toBe(false);
  setSingleKeys(false);
  expect(isKeyOff(key)).toBe(isOff);
});
