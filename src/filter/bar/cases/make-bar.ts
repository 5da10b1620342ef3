/** Made-up search-bar queries over its whole field table, free of errors, for property tests. */
import type { seededRandom } from '../../cases/seeded-random.ts';
import { BAR_FIELDS, FEEDBACK_PARTS } from '../bar-field.ts';
import { barSubjectOf, isNumeric, legalMatches } from '../bar-subject.ts';
import { printBarPattern, printBarText } from '../bar-word.ts';
import { NUMBERS, WORDS } from './make-filter.ts';

type Random = ReturnType<typeof seededRandom>;

const FIELDS = BAR_FIELDS.filter(({ scopes }) => scopes.includes('run'));

export function makeBar(random: Random, depth: number): string {
  const kind = depth === 0 ? 0 : random.below(10);
  if (kind < 5) return makeClause(random);
  if (kind === 5) return random.pick(['refund', '"order refund"', 'a:b'.replace(':', '-')]);
  const args = Array.from({ length: 2 + random.below(2) }, () => makeBar(random, depth - 1));
  if (kind === 6) return `NOT (${args[0]})`;
  if (kind === 7) return args.map((arg) => `(${arg})`).join(' ');
  return `(${args.join(random.pick([' AND ', ' OR ', ' and ', ' or ', ' ']))})`;
}

function makeClause(random: Random): string {
  const { pick, chance } = random;
  const field = pick(FIELDS);
  const path =
    field.hasPath === 'never' || (field.hasPath === 'may' && chance(0.3)) ? [] : makePath(random, field.name);
  const subject = barSubjectOf({ from: 0, to: 0, name: field.name, path });
  const legal = legalMatches(subject);
  const sign = chance(0.3) ? '-' : '';
  const name = [field.name, ...path].join('.');
  if (legal.includes('group') && chance(0.7)) return `${sign}feedback:{${makeGroup(random)}}`;
  return `${sign}${name}:${makeMatch(random, pick(legal.filter((kind) => kind !== 'group')), isNumeric(subject), field.values, path.at(-1) === 'error')}`;
}

function makePath(random: Random, name: string): readonly string[] {
  if (name !== 'feedback') return random.pick([['k'], ['k2'], ['deep', 'k'], ['"dotted.key"']]);
  const key = random.pick(['k', 'k2']);
  return random.chance(0.3) ? [key] : [key, random.pick(FEEDBACK_PARTS)];
}

function makeGroup(random: Random): string {
  const parts = ['k.score:>0.5', 'k.score:[0 TO 1}', 'k.value:pass', 'k.comment:~good', 'k:*'];
  return Array.from({ length: 1 + random.below(2) }, () => random.pick(parts)).join(
    random.pick([' AND ', ' OR ']),
  );
}

function makeMatch(
  random: Random,
  kind: string,
  numeric: boolean,
  values: readonly string[] | undefined,
  isFlag: boolean,
): string {
  const { pick } = random;
  const number = () => String(pick(NUMBERS));
  const word = () =>
    isFlag ? pick(['true', 'false']) : numeric ? number() : printBarText(pick(values ?? WORDS));
  switch (kind) {
    case 'is':
      return word();
    case 'matches':
      return `~${printBarText(pick(WORDS))}`;
    case 'pattern':
      return printBarPattern(
        pick([
          ['a', ''],
          ['', 'b'],
          ['', 'a', ''],
          ['a', 'b'],
        ]),
      );
    case 'exists':
      return '*';
    case 'compare':
      return `${pick(['>', '>=', '<', '<='])}${number()}`;
    default:
      return `${pick(['[', '{'])}${number()} TO ${number()}${pick([']', '}'])}`;
  }
}
