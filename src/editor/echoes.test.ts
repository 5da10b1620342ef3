import { expect, test } from 'vitest';
import { echoes } from './echoes.ts';

test('what was typed comes back late, and is not taken for news', () => {
  const said = echoes();
  for (const text of ['e', 'eq', 'eq()']) said.told(text);
  expect(said.isNews('eq', 'eq()')).toBe(false);
  expect(said.isNews('eq()', 'eq()')).toBe(false);
});

test('a text that nobody typed here is news, also in the middle of typing', () => {
  const said = echoes();
  said.told('eq');
  expect(said.isNews('', 'eq')).toBe(true);
});

test('the same text once more, later, is news: a link can bring back what was typed before', () => {
  const said = echoes();
  said.told('eq');
  said.told('eq()');
  expect(said.isNews('eq()', 'eq()')).toBe(false);
  expect(said.isNews('eq', 'eq()')).toBe(true);
});

test('the text that is shown is never news', () => {
  expect(echoes().isNews('eq', 'eq')).toBe(false);
});
