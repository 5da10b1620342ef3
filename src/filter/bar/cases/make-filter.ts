/** Made-up filters of the API language over the whole field table, for property tests. */
import type { Comparator } from '../../ast.ts';
import type { seededRandom } from '../../cases/seeded-random.ts';
import type { Field } from '../../field.ts';
import { fieldsOf } from '../../fields.ts';

type Random = ReturnType<typeof seededRandom>;

export const WORDS = ['a', 'b', 'A b', 'x:y', '3', 'true', 'q"u\\o', '-n', 'or', 'a*', 'null', 'é'];
const KEYS = ['k', 'k2', 'deep.k', 'thread_id'];
export const NUMBERS = [0, 1, 2.5, -3];
export const TIMES = ['2026-01-31', '2026-01-31T12:00:00Z'];

const FIELDS = fieldsOf('run');
const PAIRS = FIELDS.filter(({ pair }) => pair);

export function makeFilter(random: Random, depth: number): string {
  const kind = depth === 0 ? 0 : random.below(10);
  if (kind < 4) return makeComparison(random);
  if (kind === 4) return `search(${JSON.stringify(random.pick(WORDS))})`;
  if (kind === 5) return `not(${makeFilter(random, depth - 1)})`;
  if (kind === 6) return makeSentence(random);
  const args = Array.from({ length: 1 + random.below(3) }, () => makeFilter(random, depth - 1));
  return `${kind < 8 ? 'and' : 'or'}(${args.join(', ')})`;
}

/** Key and value of one item, as people write them. */
function makeSentence(random: Random): string {
  const group = random.pick(['metadata', 'input', 'output', 'feedback']);
  const key = `${random.pick(['eq', 'eq', 'eq', 'neq'])}(${group}_key, ${JSON.stringify(random.pick(KEYS))})`;
  const values = PAIRS.filter(({ pair }) => pair!.group === group && pair!.part !== 'key');
  const rest = Array.from({ length: 1 + random.below(2) }, () => comparisonOn(random, random.pick(values)));
  return `and(${[key, ...rest].join(', ')})`;
}

function makeComparison(random: Random): string {
  return comparisonOn(random, random.pick(random.chance(0.3) ? PAIRS : FIELDS));
}

function comparisonOn(random: Random, field: Field): string {
  const op = random.pick(field.operators);
  const value =
    op === 'in'
      ? `[${makeValue(random, field, 'in')}, ${makeValue(random, field, 'in')}]`
      : makeValue(random, field, op);
  return `${op}(${field.name}, ${value})`;
}

function makeValue(random: Random, field: Field, op: Comparator): string {
  const { pick, chance } = random;
  if (field.nullable && (op === 'eq' || op === 'neq') && chance(0.15)) return 'null';
  if (op === 'like' || op === 'notlike') return JSON.stringify(pick(['%a%', 'a%', '%b', '%', 'a', 'a%b%']));
  switch (field.type) {
    case 'number':
    case 'duration':
      return String(pick(NUMBERS));
    case 'boolean':
      return String(chance(0.5));
    case 'time':
      return JSON.stringify(pick(TIMES));
    case 'key':
      return JSON.stringify(pick(KEYS));
    case 'enum':
      return JSON.stringify(pick(field.values!));
    case 'json':
      return JSON.stringify(
        op === 'exists' ? pick(KEYS) : JSON.stringify({ [pick(KEYS)]: pick([...WORDS, ...NUMBERS, true]) }),
      );
    case 'error':
      return pick(['null', 'true', 'false', '"a"']);
    case 'scalar':
      return JSON.stringify(
        pick(
          ['gt', 'gte', 'lt', 'lte'].includes(op)
            ? [...WORDS, ...NUMBERS]
            : [...WORDS, ...NUMBERS, true, false],
        ),
      );
    default:
      return JSON.stringify(pick(WORDS));
  }
}
