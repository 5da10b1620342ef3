import { expect, test } from 'vitest';
import { TextArena } from './text-arena.ts';

const texts = [
  '',
  'plain',
  'ünïcödé 名前 😀',
  JSON.stringify('lone \ud83d surrogate and \u0000'),
  'x'.repeat(4_000_000),
  'é'.repeat(3_000_000),
];

test('every text comes back, also those larger than a chunk', () => {
  const arena = new TextArena();
  const references = texts.map((text) => arena.put(text));
  // Many small ones after, so that chunks fill up and follow each other.
  const many = Array.from({ length: 20_000 }, (_, n) => arena.put(`${n} ${'y'.repeat(n % 700)}`));
  expect(references.map((reference) => arena.get(reference)).every((text, n) => text === texts[n])).toBe(
    true,
  );
  expect(many.every((reference, n) => arena.get(reference) === `${n} ${'y'.repeat(n % 700)}`)).toBe(true);
  expect([...references, ...many]).not.toContain(0);
});

test('lone surrogates survive as JSON', () => {
  const arena = new TextArena();
  const text = 'a\ud83db\udc00c';
  expect(JSON.parse(arena.get(arena.put(JSON.stringify(text))))).toBe(text);
});

test('a shared text is kept once and outlives its users', () => {
  const arena = new TextArena();
  const first = arena.putShared('{"lc":1}');
  expect(arena.putShared('{"lc":1}')).toBe(first);
  arena.release(first);
  expect(arena.dead).toBe(0);
  expect(arena.get(first)).toBe('{"lc":1}');
});

test('released bytes are counted', () => {
  const arena = new TextArena();
  const reference = arena.put('hello');
  const { live } = arena;
  arena.release(reference);
  expect([arena.live, arena.dead]).toEqual([0, live]);
});
