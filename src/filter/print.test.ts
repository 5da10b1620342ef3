import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparator, Expression, FieldRef, Literal, Range, Scalar } from './ast.ts';
import { SEED_FILTERS } from './cases/seed-filters.ts';
import { format } from './format.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';

const nowhere: Range = { from: 0, to: 0 };

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.string({ unit: 'binary' }).map((value) => ({ kind: 'string', value, ...nowhere }) as const),
  // Lone surrogates: a text cut in the middle of an emoji.
  fc.constantFrom('\ud83d', 'x\ude00', '"', '\\', "'", '%').map((value) => {
    return { kind: 'string', value, ...nowhere } as const;
  }),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => ({ kind: 'number', value, ...nowhere }) as const),
  fc.boolean().map((value) => ({ kind: 'boolean', value, ...nowhere }) as const),
  fc.constant({ kind: 'null', ...nowhere } as const),
);
const literal: fc.Arbitrary<Literal> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }).map((items) => ({ kind: 'list', items, ...nowhere }) as const),
);
const field: fc.Arbitrary<FieldRef> = fc
  .constantFrom('name', 'metadata', 'metadata.user_id', 'extra.metadata.a-b', 'no_such_field')
  .map((name) => ({ kind: 'field', name, ...nowhere }) as const);
const comparator: fc.Arbitrary<Comparator> = fc.constantFrom(
  ...(['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'has', 'like', 'notlike', 'exists'] as const),
);

const { tree: trees } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc
      .tuple(comparator, field, literal)
      .map(
        ([op, f, value]) =>
          ({ kind: 'comparison', op, field: f, value, callee: nowhere, ...nowhere }) as const,
      ),
    fc.string().map((value) => {
      return {
        kind: 'search',
        text: { kind: 'string', value, ...nowhere },
        callee: nowhere,
        ...nowhere,
      } as const;
    }),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('tree'), { minLength: 1, maxLength: 4 }))
      .map(([op, args]) => ({ kind: 'logical', op, args, callee: nowhere, ...nowhere }) as const),
    tie('tree').map((arg) => {
      return { kind: 'logical', op: 'not', args: [arg], callee: nowhere, ...nowhere } as const;
    }),
  ),
}));

/** The tree without its places. */
function shape(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => {
      if (key === 'from' || key === 'to' || key === 'callee') return undefined;
      return Object.is(value, -0) ? '-0' : value;
    }),
  );
}

describe.each([
  ['print', print],
  ['format', format],
])('%s', (_, write) => {
  test('is read back as the same tree', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const { tree: again, problems } = parse(write(tree));
        expect(problems).toEqual([]);
        expect(shape(again)).toEqual(shape(tree));
      }),
      { numRuns: 400 },
    );
  });

  test('is a fixed point', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const once = write(tree);
        expect(write(parse(once).tree!)).toBe(once);
      }),
      { numRuns: 200 },
    );
  });

  test.each(SEED_FILTERS)('keeps the meaning of %s', (text) => {
    const { tree } = parse(text);
    expect(shape(parse(write(tree!)).tree)).toEqual(shape(tree));
  });
});

test.each([
  ["eq( name ,'it is' )", 'eq(name, "it is")'],
  ['in(name,["a",1,true,null])', 'in(name, ["a", 1, true, null])'],
  ['eq(feedback_score, 0.0)', 'eq(feedback_score, 0)'],
  ['gt(latency, +5.50)', 'gt(latency, 5.5)'],
  [String.raw`eq(name, "\u00e9 \"q\" \ud83d")`, String.raw`eq(name, "é \"q\" \ud83d")`],
  ['has("metadata", "{}")', 'has(metadata, "{}")'],
  // Holes print what they hold.
  ['and(eq(name, "a"), gt(lat', 'and(eq(name, "a"), lat)'],
])('print(%s) is %s', (text, printed) => {
  expect(print(parse(text).tree!)).toBe(printed);
});

test('format breaks only what does not fit', () => {
  const text =
    'and(eq(name, "a"), or(eq(run_type, "llm"), eq(run_type, "tool")), and(eq(metadata_key, "environment"), eq(metadata_value, "a rather long value")))';
  expect(format(parse(text).tree!)).toBe(
    [
      'and(',
      '  eq(name, "a"),',
      '  or(eq(run_type, "llm"), eq(run_type, "tool")),',
      '  and(',
      '    eq(metadata_key, "environment"),',
      '    eq(metadata_value, "a rather long value")',
      '  )',
      ')',
    ].join('\n'),
  );
  expect(format(parse('and(eq(name, "a"))').tree!)).toBe('and(eq(name, "a"))');
});
