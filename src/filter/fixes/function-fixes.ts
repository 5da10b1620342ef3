/** Wrong functions, and calls with the wrong arguments. */
import type { Expression, FieldRef, Invalid, Literal } from '../ast.ts';
import { type Meaning, functionMeaning } from '../function-hints.ts';
import { nearest } from '../nearest.ts';
import { OPERATORS, findOperator } from '../operators.ts';
import { walk } from '../walk.ts';
import { type FixMaker, type FixPlace, type FixSketch, replace } from './fix.ts';

type Part = Expression | Literal | FieldRef;

const lowerCase: FixMaker = ({ problem, source }) => [replace(problem, source.toLowerCase())];

const renameFunction: FixMaker = (place) => {
  const hole = holeFrom(place, place.problem.from);
  const meaning = functionMeaning(place.source);
  const meant = hole && meaning ? meantBy(place, meaning, hole) : [];
  const names = OPERATORS.filter((operator) => !operator.hidden).map(({ name }) => name);
  const near = nearest(place.source, names);
  return [
    ...meant.map((text) => replace(hole!, text)),
    ...(near && !meaning ? [replace(place.problem, near)] : []),
  ];
};

/** The call as it would be written here; arguments as they stand. */
function meantBy({ text }: FixPlace, meaning: Meaning, { parts }: Invalid): readonly string[] {
  const args = parts.map(({ from, to }) => text.slice(from, to));
  const [field, value, last] = args;
  const list = (part: Part | undefined) =>
    part?.kind === 'list' ? part.items.map(({ from, to }) => text.slice(from, to)) : args.slice(1);
  if (field === undefined) return [];
  switch (meaning) {
    case 'contains':
    case 'prefix':
    case 'suffix':
    case 'regex':
      return value === undefined ? [] : textual(meaning, field, parts[1]!, value);
    case 'not-in':
      return [
        `and(${list(parts[1])
          .map((item) => `neq(${field}, ${item})`)
          .join(', ')})`,
      ];
    case 'in':
      return [`in(${field}, [${list(parts[1]).join(', ')}])`, `or(${args.join(', ')})`];
    case 'between':
      return last === undefined ? [] : [`and(gte(${field}, ${value}), lte(${field}, ${last}))`];
    case 'is-null':
      return [field === 'error' ? 'neq(status, "error")' : `eq(${field}, null)`];
    case 'not-null':
      return [field === 'error' ? 'eq(status, "error")' : `neq(${field}, null)`];
    default:
      return [`${meaning}(${args.join(', ')})`];
  }
}

function textual(meaning: Meaning, field: string, part: Part, value: string): readonly string[] {
  if (field === 'tags' && meaning === 'contains') return [`has(tags, ${value})`];
  if (part.kind !== 'string') return [`like(${field}, ${value})`];
  const before = meaning === 'prefix' ? '' : '%';
  const after = meaning === 'suffix' ? '' : '%';
  return [`like(${field}, ${JSON.stringify(before + part.value + after)})`];
}

const repairSearch: FixMaker = (place) => {
  const hole = holeFrom(place, place.problem.from);
  const texts = hole?.parts.flatMap((part) => (part.kind === 'string' ? part.value : [])) ?? [];
  const [field] = hole?.parts ?? [];
  if (!hole) return [];
  if (hole.parts.length > 1 && hole.parts.every(({ kind }) => kind === 'field')) {
    const words = { from: field!.from, to: hole.parts.at(-1)!.to };
    return [replace(words, JSON.stringify(place.text.slice(words.from, words.to)))];
  }
  if (texts.length === 0) return [];
  const joined = replace(hole, `search(${JSON.stringify(texts.join(' '))})`);
  if (field?.kind !== 'field') return [joined];
  const value = JSON.stringify(texts[0]);
  return [
    replace(hole, `eq(${field.name}, ${value})`),
    replace(hole, `like(${field.name}, ${JSON.stringify(`%${texts[0]}%`)})`),
    replace(hole, `has(${field.name}, ${value})`),
    { ...joined, isGuess: true },
  ];
};

/** `in(name, "a", "b")`, `eq(name, "a", "b")`, `eq(name, docs agent)`, `gt(latency, 1 000)`. */
const gatherArguments: FixMaker = (place) => {
  const hole = holeFrom(place, place.problem.from);
  const [field, ...values] = hole?.parts ?? [];
  const [first] = values;
  const last = values.at(-1);
  if (field?.kind !== 'field' || !first || !last) return [];
  const source = place.text.slice(first.from, last.to);
  const items = values.map(({ from, to }) => place.text.slice(from, to)).join(', ');
  const list = replace(hole!, `in(${field.name}, [${items}])`);
  const phrase = replace({ from: first.from, to: last.to }, JSON.stringify(source));
  return values.every(({ kind }) => kind === 'field') && !source.includes(',') ? [phrase, list] : [list];
};

/** A text or a word alone: search for it, or compare it. */
const makeFilter: FixMaker = ({ problem, source, tokens }): readonly FixSketch[] => {
  const token = tokens.find((each) => each.from === problem.from);
  if (token?.kind === 'string') return [replace(problem, `search(${JSON.stringify(token.value)})`)];
  if (token?.kind !== 'field' || findOperator(source)) return [];
  if (source === 'is_root') return [replace(problem, 'eq(is_root, true)')];
  return [{ ...replace(problem, `search(${JSON.stringify(source)})`), isGuess: true }];
};

/** `a, b` and `a b` one after the other. */
const joinFilters: FixMaker = (place) => {
  const { tree, text } = place;
  if (tree?.kind !== 'invalid' || tree.parts.length < 2) return [];
  const [first] = tree.parts;
  const last = tree.parts.at(-1)!;
  const commas = tree.parts.slice(1).flatMap((part, index) => {
    const { to } = tree.parts[index]!;
    const gap = text.slice(to, part.from);
    return gap.includes(',') ? [] : [{ from: to, to, text: gap === '' ? ', ' : ',' }];
  });
  return ['and', 'or'].map((name) => ({
    title: `Put them into ${name}(…)`,
    edits: [
      { from: first!.from, to: first!.from, text: `${name}(` },
      ...commas,
      { from: last.to, to: last.to, text: ')' },
    ],
    ...(name === 'or' ? { isGuess: true as const } : {}),
  }));
};

/** The innermost hole that begins where the problem does. */
function holeFrom({ tree }: FixPlace, from: number): Invalid | undefined {
  let found: Invalid | undefined;
  for (const node of tree ? walk(tree) : []) if (node.kind === 'invalid' && node.from === from) found = node;
  return found;
}

export const FUNCTION_FIXES: Readonly<Record<string, FixMaker>> = {
  'function-case': lowerCase,
  'unknown-function': renameFunction,
  'search-arity': repairSearch,
  'too-many-arguments': gatherArguments,
  'expected-filter': makeFilter,
  'several-filters': joinFilters,
};
