import { describe, expect, test } from 'vitest';
import { WRONG_FILTERS } from './cases/wrong-filters.ts';
import { check } from './check.ts';
import { MAX_DEPTH } from './parse-argument.ts';
import { parse } from './parse.ts';

const codes = (text: string) => parse(text).problems.map((problem) => problem.code);

test('a tree with ranges', () => {
  expect(parse('and(eq(name, "a"), search( "b" ))')).toEqual({
    problems: [],
    tree: {
      kind: 'logical',
      op: 'and',
      from: 0,
      to: 33,
      callee: { from: 0, to: 3 },
      args: [
        {
          kind: 'comparison',
          op: 'eq',
          from: 4,
          to: 17,
          callee: { from: 4, to: 6 },
          field: { kind: 'field', name: 'name', from: 7, to: 11 },
          value: { kind: 'string', value: 'a', from: 13, to: 16 },
        },
        {
          kind: 'search',
          from: 19,
          to: 32,
          callee: { from: 19, to: 25 },
          text: { kind: 'string', value: 'b', from: 27, to: 30 },
        },
      ],
    },
  });
});

test.each([
  ['5000', { kind: 'number', value: 5000 }],
  ['0.0', { kind: 'number', value: 0 }],
  ['-2.5', { kind: 'number', value: -2.5 }],
  ['true', { kind: 'boolean', value: true }],
  ['null', { kind: 'null' }],
  ["'x'", { kind: 'string', value: 'x' }],
  ['[]', { kind: 'list', items: [] }],
  ['["a", 1, false]', { kind: 'list', items: [{ value: 'a' }, { value: 1 }, { value: false }] }],
])('the literal %s', (text, value) => {
  const { tree, problems } = parse(`eq(x,${text})`);
  expect(problems).toEqual([]);
  expect(tree).toMatchObject({ kind: 'comparison', value });
});

test.each([
  ['True', true],
  ['FALSE', false],
])('%s is read, with a warning', (text, value) => {
  const { tree, problems } = parse(`eq(is_root, ${text})`);
  expect(problems).toMatchObject([{ code: 'literal-case', severity: 'warning' }]);
  expect(tree).toMatchObject({ value: { kind: 'boolean', value } });
});

describe('wrong texts', () => {
  test.each(WRONG_FILTERS)('%s: %s', (code, text) => {
    const { tree, problems } = parse(text);
    const errors = [...problems, ...check(tree)].filter((problem) => problem.severity === 'error');
    expect(errors.map((problem) => problem.code)).toContain(code);
    for (const { from, to, message } of errors) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThanOrEqual(from);
      expect(to).toBeLessThanOrEqual(text.length);
      expect(message).toMatch(/^["'\p{L}\\\d].+[.?]$/su);
    }
  });
});

describe('one mistake is one problem', () => {
  test.each([
    ['and(eq(name, \'a), eq(status, "error"), gt(latency, 5))', ['unclosed-quote']],
    ['and(or(eq(name, "a"', ['unclosed-parenthesis']],
    ['eq(name, “a b”)', ['typographic-quote']],
    ['“eq(name, “a”)”', ['outer-quotes']],
    ['`eq(name, "a")`', ['backtick']],
    ['a = 1 and b = 2', ['infix-comparison', 'infix', 'infix-comparison']],
    ['eq(a, 1) and eq(b, 2) and eq(c, 3) and eq(d, 4)', ['infix']],
    ['((((eq(a, 1)))))', ['grouping']],
    ['and((name, 5))', ['grouping']],
    ['((eq(a, 1))))', ['grouping', 'extra-parenthesis']],
    ['eq(name, gpt-4)', ['bare-word']],
    ['gt(latency, 1s)', ['unquoted-duration']],
    ['eq(name, "a") eq(name, "b") eq(name, "c")', ['several-filters']],
    ['not not eq(a, 1)', ['prefix-not', 'prefix-not']],
    ['eq(', ['unclosed-parenthesis']],
    ['eq(, "a")', ['missing-argument']],
    ['eq(name,, "a")', ['missing-argument']],
    ['and(, eq(name, "a"))', ['missing-argument']],
  ])('%s', (text, expected) => {
    expect(codes(text).toSorted()).toEqual(expected.toSorted());
  });
});

test('several mistakes are found in one go, in order', () => {
  expect(codes('and(eqq(name, "a"), eq(name b), in(name, ["x" 2s]),)')).toEqual([
    'unknown-function',
    'missing-comma',
    'bare-word',
    'unquoted-duration',
    'missing-comma',
    'trailing-comma',
  ]);
});

test.each([
  ['eq(name, "a") and eq(run_type, "llm")', 'and(eq(name, "a"), eq(run_type, "llm"))'],
  ['status = "success"', 'eq(status, "success")'],
  ['status:error', 'eq(status, "error")'],
  ['-tags:x', 'a call'],
  ['tags:x', 'has(tags, "x")'],
  ['metadata.env:prod', 'and(eq(metadata_key, "env"), eq(metadata_value, "prod"))'],
  ['latency:>10', 'gt(latency, 10)'],
  ['gt(total_tokens, 5,000)', 'write 5000'],
  ['in(name, "a", "b")', 'in(name, ["a", "b"])'],
  ['search(name, "x")', 'search("x") or eq(name, "x")'],
  ['eqq(name, "a")', 'Did you mean eq?'],
  ['contains(inputs, "a")', 'search("x")'],
  ['latency', 'gt(latency, "5s")'],
])('the message for %s says what to write: %s', (text, rewrite) => {
  expect(parse(text).problems[0]!.message).toContain(rewrite);
});

test('half-written filters keep what is whole', () => {
  expect(parse('and(eq(name, "a"), gt(lat').tree).toMatchObject({
    op: 'and',
    args: [
      { kind: 'comparison', field: { name: 'name' } },
      { kind: 'invalid', parts: [{ kind: 'field', name: 'lat' }] },
    ],
  });
});

describe('depth', () => {
  const nested = (depth: number) => `${'and('.repeat(depth)}eq(name, "a")${')'.repeat(depth)}`;
  test('deep enough for anyone', () => expect(codes(nested(MAX_DEPTH - 1))).toEqual([]));

  test.each([
    ['calls', nested(10_000)],
    ['open calls', 'and('.repeat(10_000)],
    ['parentheses', '('.repeat(10_000)],
    ['brackets', '['.repeat(10_000)],
    ['negations', 'not '.repeat(10_000)],
    ['bar clauses', 'a:'.repeat(10_000)],
  ])('too many %s are one problem, not a crash', (_, text) => {
    const found = parse(text).problems;
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((problem) => problem.code === 'too-deep').length).toBeLessThanOrEqual(1);
    expect(check(parse(text).tree)).toBeDefined();
  });

  test('a long chain is not a deep tree', () => {
    const text = Array.from({ length: 5000 }, () => 'eq(name, "a")').join(' and ');
    expect(codes(text)).toEqual(['infix']);
  });

  test('what is no filter at all is not answered with a flood', () => {
    const { problems } = parse('lorem: ipsum “ ; '.repeat(20_000));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toMatchObject({ code: 'more-problems' });
  });

  test('many doubts do not add up to an error', () => {
    const { problems } = parse(`in(metadata_value, [${'True, '.repeat(150)}false])`);
    expect(new Set(problems.map((problem) => problem.severity))).toEqual(new Set(['warning']));
  });

  test('a long list is read in linear time', () => {
    const text = `in(name, [${Array.from({ length: 50_000 }, (_, n) => `"n${n}"`).join(', ')}])`;
    expect(codes(text)).toEqual([]);
  });
});
