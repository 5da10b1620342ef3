/** The comparisons that are about one item, as one phrase: `whose metadata user_id is "u1"`. */
import type { Comparator, Comparison } from '../ast.ts';
import { type Clause, isKeyComparison } from '../clauses.ts';
import { resolveField } from '../resolve-field.ts';
import { predicate } from './comparison-phrase.ts';
import { type Grammar, type Phrase, that, whose } from './phrase.ts';
import { listWords, valueWords } from './value-words.ts';

export function pairPhrase({ group, members }: Clause, grammar: Grammar): Phrase {
  const key = members.find(isKeyComparison);
  const tests = members.filter((member) => member !== key);
  const have = grammar === 'many' ? 'have' : 'has';
  if (!key) return whose(underAnyKey(group, tests));
  if (key.op === 'neq' || key.op === 'notlike') return withoutKey(group, key, tests, grammar);
  const name = keyWords(group, key);
  if (tests.length > 0) return whose(`${name} ${tests.map(testWords).join(' and ')}`);
  return that(`${have} ${group === 'feedback' ? name : `the ${name}`}`);
}

/** A denied key and what is said of values beside it are two statements (FILTER-LANGUAGE §7). */
function withoutKey(group: string, key: Comparison, tests: readonly Comparison[], grammar: Grammar): Phrase {
  const have = grammar === 'many' ? 'have' : 'has';
  const verb = key.op === 'notlike' ? ' like' : '';
  const lack = `${have} no ${group}${verb} ${valueWords(undefined, key.value).replace(/^"([\w.-]+)"$/, '$1')}`;
  const [first] = tests;
  if (!first) return that(lack);
  return that(`${lack} and whose ${underAnyKey(group, tests)}`);
}

/** Denied values are denied of every item, but for feedback, which is about some item (README, Pairs). */
function underAnyKey(group: string, tests: readonly Comparison[]): string {
  if (group === 'feedback') return `feedback ${tests.map(testWords).join(' and ')}`;
  const words = tests.map((test) => {
    const positive = AFFIRMED[test.op];
    return positive
      ? `${group} under no key ${testWords({ ...test, op: positive })}`
      : `${group} under some key ${testWords(test)}`;
  });
  return words.join(' and ');
}

const AFFIRMED: Readonly<Partial<Record<Comparator, Comparator>>> = { neq: 'eq', notlike: 'like' };

function keyWords(group: string, { op, value }: Comparison): string {
  if (value.kind === 'list') {
    return `${group} ${listWords(value.items.map((item) => valueWords(undefined, item).replace(/^"([\w.-]+)"$/, '$1')))}`;
  }
  const said = valueWords(undefined, value).replace(/^"([\w.-]+)"$/, '$1');
  return op === 'like' ? `${group} like ${said}` : `${group} ${said}`;
}

function testWords({ op, field, value }: Comparison): string {
  const row = resolveField(field.name);
  const part = row?.pair?.part;
  const of =
    part === 'comment' || part === 'source' || part === 'error'
      ? `has ${part === 'error' ? 'an' : 'a'} ${part} that `
      : '';
  return `${of}${predicate(op, valueWords(row, value), value.kind === 'null', row)}`;
}
