import { expect, test } from 'vitest';
import { looksFormatted } from './looks-formatted.ts';
import { readReading } from './reading-preferences.ts';
import { safeMediaType } from './safe-media-type.ts';

test.each([
  ['image/png', 'image/png'],
  ['IMAGE/JPEG; charset=x', 'image/jpeg'],
  ['text/csv', 'text/csv'],
  ['text/html', 'application/octet-stream'],
  ['application/javascript', 'application/octet-stream'],
  ['image/png"><script>', 'application/octet-stream'],
  [undefined, 'application/octet-stream'],
])('%s is handed to the browser as %s', (given, type) => {
  expect(safeMediaType(given)).toBe(type);
});

test.each([
  ['Just a sentence.\nAnother one.', false],
  ['2 * 3 = 6', false],
  ['# Title', true],
  ['a\n- item', true],
  ['so **bold**', true],
  ['see [this](https://example.org)', true],
  ['```\ncode\n```', true],
  ['array[0](x', false],
])('%j looks formatted: %s', (text, expected) => {
  expect(looksFormatted(text)).toBe(expected);
});

test.each([
  [null, {}],
  ['yes', {}],
  [{ isMarkdownShown: 'no' }, {}],
  [{ isMarkdownShown: false, other: 1 }, { isMarkdownShown: false }],
])('stored preferences %j', (stored, read) => {
  expect(readReading(stored)).toEqual(read);
});
