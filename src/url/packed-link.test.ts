import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultRunsScreen } from './defaults.ts';
import { parseLink, printLink } from './link.ts';
import { packedPart, packLink, unpackLink } from './packed-link.ts';

const long = printLink({
  ...defaultRunsScreen(),
  filter: `or(${Array.from({ length: 200 }, (_, index) => `eq(name, "step ${index}")`).join(', ')})`,
});

test('a packed link is short, and is the same link again', async () => {
  const packed = await packLink(long);
  expect(packed.length).toBeLessThan(long.length / 4);
  expect(packed).toMatch(/^#\/1\/z\/[\w-]+$/);
  expect(await unpackLink(packedPart(packed)!)).toEqual({ kind: 'ok', hash: long });
});

test('any filter survives packing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (filter) => {
      const link = printLink({ ...defaultRunsScreen(), filter });
      expect(await unpackLink(packedPart(await packLink(link))!)).toEqual({ kind: 'ok', hash: link });
    }),
    { numRuns: 50 },
  );
});

test('no cut and no changed character goes unnoticed', async () => {
  const part = packedPart(await packLink(long))!;
  for (let end = 0; end < part.length; end += 7)
    expect((await unpackLink(part.slice(0, end))).kind).toBe('damaged');
  for (let at = 0; at < part.length - 1; at += 11) {
    const other = part[at] === 'A' ? 'B' : 'A';
    expect((await unpackLink(part.slice(0, at) + other + part.slice(at + 1))).kind).toBe('damaged');
  }
});

test.each([
  ['no link inside', 'hello'],
  ['a packed link inside', '#/1/z/abc'],
  ['a bomb', `#/1/runs?filter=${'a'.repeat(1_100_000)}`],
])('%s is refused', async (_, inside) => {
  expect((await unpackLink(packedPart(await packLink(inside))!)).kind).toBe('damaged');
});

test('only packed links are taken for one; who cannot expand it says so', () => {
  expect(packedPart('#/1/runs')).toBeUndefined();
  expect(packedPart('/1/z/abc')).toBe('abc');
  expect(parseLink('#/1/z/abc')).toMatchObject({
    kind: 'unknown',
    reason: expect.stringContaining('compressed'),
  });
});
