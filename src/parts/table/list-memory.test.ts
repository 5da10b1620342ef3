import { expect, test } from 'vitest';
import { rememberedTop, rememberTop } from './list-memory.ts';

test('a list is found where it was left, and old lists are let go', () => {
  rememberTop('a', 100);
  rememberTop('a', 320);
  expect(rememberedTop('a')).toBe(320);
  expect(rememberedTop('never seen')).toBe(0);
  for (let at = 0; at < 50; at += 1) rememberTop(`list ${at}`, 1);
  expect(rememberedTop('a')).toBe(0);
  expect(rememberedTop('list 49')).toBe(1);
});
