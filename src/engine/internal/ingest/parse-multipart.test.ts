import { expect, test } from 'vitest';
import { parseMultipart } from './parse-multipart.ts';

const TYPE = 'multipart/form-data; boundary=XX';
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, type = TYPE) =>
  parseMultipart(bytes(text), type).map(({ name, mimeType, bytes: body }) => [
    name,
    mimeType,
    new TextDecoder().decode(body),
  ]);
const part = (headers: string, body: string) => `--XX\r\n${headers}\r\n\r\n${body}\r\n`;
const named = (name: string) => `Content-Disposition: form-data; name="${name}"`;

test.each<[string, string, readonly (readonly string[])[]]>([
  [
    'a length in the content type (JavaScript)',
    `${part(`${named('post.1')}\r\nContent-Type: application/json; length=7`, '{"a":1}')}--XX--\r\n`,
    [['post.1', 'application/json', '{"a":1}']],
  ],
  [
    'a length in a header (Python)',
    `${part(`Content-Type: application/json\r\nContent-Length: 2\r\n${named('patch.1.outputs')}`, '{}')}--XX--`,
    [['patch.1.outputs', 'application/json', '{}']],
  ],
  [
    'no length at all',
    `${part(named('a'), 'one')}${part(named('b'), 'two')}--XX--`,
    [
      ['a', 'application/octet-stream', 'one'],
      ['b', 'application/octet-stream', 'two'],
    ],
  ],
  [
    'the boundary inside a part with a length',
    `${part(`${named('x')}\r\nContent-Type: text/plain; length=12`, 'a\r\n--XX\r\n\r\nb')}--XX--`,
    [['x', 'text/plain', 'a\r\n--XX\r\n\r\nb']],
  ],
  [
    'something like the boundary inside a part without a length',
    `${part(named('x'), 'a\r\n--XXY\r\nb')}--XX--`,
    [['x', 'application/octet-stream', 'a\r\n--XXY\r\nb']],
  ],
  [
    'a length that lies',
    `${part(`${named('x')}\r\nContent-Type: text/plain; length=999`, 'short')}--XX--`,
    [['x', 'text/plain', 'short']],
  ],
  ['an empty part', `${part(named('x'), '')}--XX--`, [['x', 'application/octet-stream', '']]],
  [
    'names with blanks, letters of any script and escaped quotes',
    `${part(named('attachment.1.пакет %22a%22 b'), 'y')}--XX--`,
    [['attachment.1.пакет "a" b', 'application/octet-stream', 'y']],
  ],
  ['a preamble', `hello\r\n${part(named('x'), 'y')}--XX--`, [['x', 'application/octet-stream', 'y']]],
  ['nothing', '--XX--\r\n', []],
])('%s', (_, body, expected) => {
  expect(read(body)).toEqual(expected);
});

test('a quoted boundary', () => {
  expect(
    read(`${part(named('x'), 'y')}--XX--`, 'multipart/form-data; boundary="XX"; charset=utf-8'),
  ).toHaveLength(1);
});

test('bytes that are no text stay what they are', () => {
  const all = Uint8Array.from({ length: 256 }, (_, index) => index);
  const head = bytes(`--XX\r\n${named('x')}\r\nContent-Type: image/png; length=256\r\n\r\n`);
  const body = new Uint8Array([...head, ...all, ...bytes('\r\n--XX--')]);
  expect(parseMultipart(body, TYPE)[0]?.bytes).toEqual(all);
});

test.each([
  ['no boundary', part(named('x'), 'y'), 'multipart/form-data', /with a boundary/],
  ['another boundary', part(named('x'), 'y'), 'multipart/form-data; boundary=YY', /does not occur/],
  ['headers without an end', `--XX\r\n${named('x')}`, TYPE, /part 1 has no end of its headers/],
  ['a part that is cut off', `--XX\r\n${named('x')}\r\n\r\nhalf`, TYPE, /part 1 is not closed/],
  ['a part without a name', `${part('Content-Type: text/plain', 'y')}--XX--`, TYPE, /has no name/],
])('%s is refused', (_, body, type, message) => {
  expect(() => parseMultipart(bytes(body), type)).toThrow(message);
});
