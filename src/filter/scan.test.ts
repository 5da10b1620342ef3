import { describe, expect, test } from 'vitest';
import { scan } from './scan.ts';

const drawn = (text: string) => scan(text).map((token) => `${token.kind} ${token.text}`);

test('every kind of token', () => {
  expect(drawn('and(in(metadata.k, ["a", -2.5e3]), eq(is_root,true))')).toEqual([
    'function and',
    'punctuation (',
    'function in',
    'punctuation (',
    'field metadata.k',
    'punctuation ,',
    'punctuation [',
    'string "a"',
    'punctuation ,',
    'number -2.5e3',
    'punctuation ]',
    'punctuation )',
    'punctuation ,',
    'function eq',
    'punctuation (',
    'field is_root',
    'punctuation ,',
    'keyword true',
    'punctuation )',
    'punctuation )',
  ]);
});

test('a function may stand apart from its parenthesis', () => {
  expect(drawn('eq\n (').slice(0, 1)).toEqual(['function eq']);
  expect(drawn('eq , (').slice(0, 1)).toEqual(['field eq']);
});

describe('strings', () => {
  test.each([
    [String.raw`"a"`, 'a'],
    [String.raw`'a'`, 'a'],
    [`"it's"`, "it's"],
    [`'say "x"'`, 'say "x"'],
    [String.raw`"\"q\" \\ \/ \n\t"`, '"q" \\ / \n\t'],
    [String.raw`'it\'s'`, "it's"],
    [String.raw`"\u00e9"`, 'é'],
    [String.raw`"\ud83d\ude00"`, '😀'],
    [String.raw`"\U0001F600"`, '😀'],
    [String.raw`"\x7f"`, '\x7f'],
    [String.raw`"\ud83d"`, '\ud83d'],
    ['"😀"', '😀'],
    ['"two\nlines"', 'two\nlines'],
    ['""', ''],
    ['“curly”', 'curly'],
    ['«a»', 'a'],
  ])('%s', (text, value) => {
    const [token, ...rest] = scan(text);
    expect(rest).toEqual([]);
    expect(token).toMatchObject({ kind: 'string', from: 0, to: text.length, value });
  });

  test.each([
    ['"a, b)', 'unclosed-quote'],
    ['"ends in a backslash\\', 'unclosed-quote'],
    [String.raw`"\q"`, 'bad-escape'],
    [String.raw`"\u12"`, 'bad-escape'],
    [String.raw`"\UFFFFFFFF"`, 'bad-escape'],
    ['“a”', 'typographic-quote'],
    ['‘a’', 'typographic-quote'],
    ["'\\n'", 'escape-in-single-quotes'],
  ])('%s has a problem: %s', (text, code) => {
    const tokens = scan(text);
    expect(tokens).toHaveLength(1);
    expect(tokens[0]!.problem).toMatchObject({ code });
  });
});

test.each([
  ['5s', 'unquoted-duration'],
  ['1.5h', 'unquoted-duration'],
  ['2024-01-01', 'unquoted-time'],
  ['2024-01-01T10:00:00.5+02:00', 'unquoted-time'],
  ['.5', 'bad-number'],
  ['5.', 'bad-number'],
  ['1_000', 'bad-number'],
  ['0190a5a0-6c1e-7000', 'bad-number'],
  ['1e999', 'bad-number'],
])('%s is one token with the problem %s', (text, code) => {
  expect(scan(text)).toMatchObject([{ kind: 'error', from: 0, to: text.length, problem: { code } }]);
});

test.each(['0', '-0', '+5', '5000', '0.0', '2.5', '1e5', '1E-5', '-1.5e+10'])('%s is a number', (text) => {
  expect(scan(text)).toMatchObject([{ kind: 'number', text }]);
});

test('tokens never overlap and leave out only blanks', () => {
  const text = 'and ( ä-b, 😀 "x" =:\u200b 5s [\t] ; 1..2 \'';
  let end = 0;
  for (const token of scan(text)) {
    expect(text.slice(end, token.from).trim()).toBe('');
    expect(token.text).toBe(text.slice(token.from, token.to));
    end = token.to;
  }
  expect(end).toBe(text.length);
});
