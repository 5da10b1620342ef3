import { expect, test } from 'vitest';
import { foldedText } from './folded-text.ts';

test.each([
  ['short', undefined],
  ['x'.repeat(1400), undefined],
  ['line\n'.repeat(24), undefined],
])('a text that is short enough stands whole', (text, expected) => {
  expect(foldedText(text)).toBe(expected);
});

test('a long text folds by characters, a tall one by lines', () => {
  expect(foldedText('x'.repeat(1_000_000))).toHaveLength(1200);
  expect(foldedText('line\n'.repeat(100))?.split('\n')).toHaveLength(20);
});

test('no character is cut in half', () => {
  const text = `${'x'.repeat(1199)}👍${'y'.repeat(1000)}`;
  expect(foldedText(text)).toBe('x'.repeat(1199));
});
