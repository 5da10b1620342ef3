import { expect, test } from 'vitest';
import { plainLine } from './plain-line.ts';

test.each([
  ['**Order** `A-17` is *late*', 'Order A-17 is late'],
  ['## Summary\n\n- one\n- [x] two\n> three', 'Summary one two three'],
  ['see [the guide](https://a.example/x "t") and ![a cat](cat.png)', 'see the guide and a cat'],
  ['```ts\nconst a = 1;\n```', 'const a = 1;'],
  ['~~old~~ __new__ _word_', 'old new word'],
  ['one\n---\ntwo', 'one two'],
  // No marks: names, sums, data, unpaired signs.
  ['my_file_name and __init__.py', 'my_file_name and __init__.py'],
  ['2 * 3 * 4, a*b*c', '2 * 3 * 4, a*b*c'],
  ['{"text": "**a**"}', '{"text": "**a**"}'],
  ['an ** open', 'an ** open'],
  ['C# and #tag -1', 'C# and #tag -1'],
])('%j reads %j', (text, line) => {
  expect(plainLine(text)).toBe(line);
});
