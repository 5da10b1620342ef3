import { expect, test } from 'vitest';
import { visibleSegments } from './visible-characters.ts';

const shown = (text: string) =>
  visibleSegments(text)
    .map((segment) => (segment.kind === 'escape' ? `<${segment.text}>` : segment.text))
    .join('');

test.each([
  ['plain\n\ttext', 'plain\n\ttext'],
  ['a\u0000b', 'a<\\u0000>b'],
  ['a\u0000\u001bb', 'a<\\u0000\\u001b>b'],
  ['user\u202egnp.exe', 'user<\\u202e>gnp.exe'],
  ['lone \ud83d here', 'lone <\\ud83d> here'],
  ['lone \udc4d here', 'lone <\\udc4d> here'],
  ['whole 👍🏽 and 👩‍👩‍👧', 'whole 👍🏽 and 👩‍👩‍👧'],
  ['שלום عربى', 'שלום عربى'],
  ['\ufeffbom', '<\\ufeff>bom'],
  ['', ''],
])('%j is shown as %j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('binary text stays a small number of segments and loses nothing', () => {
  const text = 'a\u0001'.repeat(50_000);
  const segments = visibleSegments(text);
  expect(segments.length).toBeLessThan(1100);
  expect(segments.map((segment) => segment.text).join('')).toBe('a\\u0001'.repeat(50_000));
});
