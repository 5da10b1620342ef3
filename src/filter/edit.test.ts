import { describe, expect, test } from 'vitest';
import { randomWorld } from './cases/random-world.ts';
import { diagnose, hasErrors } from './diagnose.ts';
import { chipsOf } from './edit/chip.ts';
import { type Edited, addClause, negateClause, removeClause, replaceClause } from './edit.ts';
import { evaluate } from './evaluate.ts';
import { parse } from './parse.ts';

const result = (edited: Edited) => (edited.kind === 'edited' ? edited.text : edited.reason);

const LINES = `and(
  eq(name, 'a'),
  gt( latency,5 )
)`;

describe('chips', () => {
  test.each([
    ['', []],
    ['eq(name, "a")', ['field eq(name, "a")']],
    [LINES, ["field eq(name, 'a')", 'field gt( latency,5 )']],
    [
      'and(eq(metadata_key, "k"), eq(name, "a"), eq(metadata_value, 1))',
      ['pair and(eq(metadata_key, "k"), eq(metadata_value, 1))', 'field eq(name, "a")'],
    ],
    [
      'and(and(eq(metadata_key, "k"), neq(metadata_value, 1)), neq(metadata_key, "l"))',
      ['pair and(eq(metadata_key, "k"), neq(metadata_value, 1))', 'pair neq(metadata_key, "l")'].toReversed(),
    ],
    ['and(or(has(tags, "a"), has(tags, "b")))', ['choice or(has(tags, "a"), has(tags, "b"))']],
    [
      'and(or(eq(name, "a"), has(tags, "b")), search("x"))',
      ['raw or(eq(name, "a"), has(tags, "b"))', 'search search("x")'],
    ],
    ['or(eq(name, "a"), gt(latency, 5))', ['raw or(eq(name, "a"), gt(latency, 5))']],
    ['and(eq(name, "a"), nonsense)', ['field eq(name, "a")', 'raw nonsense']],
  ])('of %s', (text, expected) => {
    const drawn = chipsOf(text).map((chip) => `${chip.kind} ${chip.text}`);
    expect(drawn.toSorted()).toEqual(expected.toSorted());
  });

  test('a pair says its key and what is asked of its value', () => {
    const [chip] = chipsOf(
      'and(eq(feedback_key, "c"), gte(feedback_score, 0.5), eq(feedback_source, "api"))',
    );
    expect(chip).toMatchObject({
      kind: 'pair',
      group: 'feedback',
      key: { op: 'eq', value: { value: 'c' } },
      tests: [
        { field: 'feedback_score', op: 'gte' },
        { field: 'feedback_source', op: 'eq' },
      ],
      facet: undefined,
    });
  });
});

const CLAUSE = 'has(tags, "x")';

describe('adding', () => {
  test.each([
    ['', CLAUSE, CLAUSE],
    [' ', CLAUSE, CLAUSE],
    ["eq( name,'a' )", CLAUSE, 'and(eq( name,\'a\' ), has(tags, "x"))'],
    ["and(eq(name,'a'))", CLAUSE, 'and(eq(name,\'a\'), has(tags, "x"))'],
    [LINES, CLAUSE, LINES.replace('5 )', '5 ),\n  has(tags, "x")')],
    ['or(eq(name, "a"), eq(name, "b"))', CLAUSE, 'and(or(eq(name, "a"), eq(name, "b")), has(tags, "x"))'],
    ["and(has(tags, 'x'))", CLAUSE, "and(has(tags, 'x'))"],
    // A bare key would take the value beside it for its own.
    [
      'and(eq(metadata_value, 1))',
      'eq(metadata_key, "k")',
      'and(eq(metadata_value, 1), and(eq(metadata_key, "k")))',
    ],
    [
      'eq(metadata_value, 1)',
      'eq(metadata_key, "k")',
      'and(eq(metadata_value, 1), and(eq(metadata_key, "k")))',
    ],
  ])('to %j', (text, clause, expected) => expect(result(addClause(text, clause))).toBe(expected));

  test.each([
    ['and(eq(name, "a"', 'Put the filter right first'],
    ['eq(name, "a") eq(name, "b")', 'Put the filter right first'],
    ['name = "a"', 'Put the filter right first'],
  ])('to %j is refused', (text, reason) => expect(result(addClause(text, CLAUSE))).toContain(reason));

  test('a clause that is none is refused', () => {
    expect(result(addClause('', 'eq(name'))).toContain('This is no clause');
  });
});

describe('removing', () => {
  test.each([
    ['eq(name, "a")', 0, ''],
    ['and( eq(name,\'a\'), gt(latency, 5), has(tags, "x") )', 1, 'and( eq(name,\'a\'), has(tags, "x") )'],
    ['and( eq(name,\'a\'), gt(latency, 5), has(tags, "x") )', 0, 'and( gt(latency, 5), has(tags, "x") )'],
    [LINES, 0, 'gt( latency,5 )'],
    [
      'and(eq(metadata_key, "k"), eq(name, "a"), eq(metadata_value, 1), gt(latency, 5))',
      0,
      'and(eq(name, "a"), gt(latency, 5))',
    ],
    ['and(eq(metadata_key, "k"), eq(metadata_value, 1))', 0, ''],
    ['and(eq(name, "a"), nonsense)', 1, 'eq(name, "a")'],
  ])('from %s number %i', (text, index, expected) => {
    expect(result(removeClause(text, index))).toBe(expected);
  });

  test('what is not there', () =>
    expect(result(removeClause('eq(name, "a")', 3))).toContain('no such clause'));
});

describe('replacing', () => {
  test.each([
    [LINES, 0, CLAUSE, LINES.replace("eq(name, 'a')", CLAUSE)],
    ['eq(name, "a")', 0, CLAUSE, CLAUSE],
    ['eq(name, "a")', 0, '', ''],
    [
      'and(eq(metadata_key, "k"), eq(name, "a"), eq(metadata_value, 1))',
      0,
      'and(eq(metadata_key, "k"), eq(metadata_value, 2))',
      'and(and(eq(metadata_key, "k"), eq(metadata_value, 2)), eq(name, "a"))',
    ],
  ])('in %s number %i', (text, index, clause, expected) => {
    expect(result(replaceClause(text, index, clause))).toBe(expected);
  });
});

test('denying', () => {
  expect(result(negateClause(LINES, 0))).toBe(LINES.replace("eq(name, 'a')", 'neq(name, "a")'));
  expect(result(negateClause(LINES, 1))).toContain('would match neither');
  expect(negateClause('and(eq(metadata_key, "k"), eq(metadata_value, 1))', 0)).toMatchObject({
    text: 'or(neq(metadata_key, "k"), and(eq(metadata_key, "k"), neq(metadata_value, 1)))',
    note: expect.stringContaining('list'),
  });
});

describe('on any filter', () => {
  const { makeRun, makeFilter } = randomWorld(3);
  const runs = Array.from({ length: 20 }, makeRun);
  const filters = Array.from({ length: 600 }, () => makeFilter(2)).filter(
    (text) => !hasErrors(diagnose(text)) && !text.startsWith('not'),
  );
  const clauses = [
    'has(tags, "a")',
    'eq(metadata_key, "k")',
    'eq(metadata_value, "a")',
    'and(eq(input_key, "k"), neq(input_value, 1))',
  ];

  test('adding asks both, of the same runs', () => {
    const wrong = filters.flatMap((text, index) => {
      const clause = clauses[index % clauses.length]!;
      const after = parse(result(addClause(text, clause))).tree!;
      const [own, added] = [parse(text).tree!, parse(clause).tree!];
      return runs.some((run) => evaluate(after, run) !== (evaluate(own, run) && evaluate(added, run)))
        ? `${text} with ${clause}`
        : [];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('removing what was added gives the filter back', () => {
    const wrong = filters.flatMap((text) => {
      const added = result(addClause(text, 'search("unlike any other")'));
      const index = chipsOf(added).findIndex((chip) => chip.text.includes('unlike'));
      const back = parse(result(removeClause(added, index))).tree!;
      const same = runs.every((run) => evaluate(back, run) === evaluate(parse(text).tree!, run));
      return same ? [] : text;
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('removing one clause keeps the others as they were written', () => {
    const wrong = filters.flatMap((text) => {
      const chips = chipsOf(text).map((chip) => chip.text);
      return chips.flatMap((_, index) => {
        const after = result(removeClause(text, index));
        const left = chips.toSpliced(index, 1);
        return left.every((chip) => chipsOf(after).some((each) => each.text === chip)) ||
          // An and() that was alone in an and() is now the outermost one.
          left.length === 1
          ? []
          : `${text} without ${index}: ${after}`;
      });
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
