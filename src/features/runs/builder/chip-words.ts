/** A clause in the words of its chip: short, and without the quotes that the language needs. */
import type { Comparator, Literal } from '../../../filter/ast.ts';
import type { Chip, Condition } from '../../../filter/edit/chip.ts';
import type { Field } from '../../../filter/field.ts';
import { findField } from '../../../filter/fields.ts';
import { parseTime } from '../../../filter/time.ts';
import { formatAbsolute } from '../../../lib/format-time.ts';

export interface ChipWords {
  readonly subject: string;
  /** Empty when the subject says it all. */
  readonly verb: string;
  readonly object: string;
  /** The clause itself: no form can show it. */
  readonly isCode: boolean;
}

const VERBS: Readonly<Record<Comparator, string>> = {
  eq: 'is',
  neq: 'is not',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
  in: 'is any of',
  has: 'has',
  like: 'is like',
  notlike: 'is not like',
  exists: 'has',
};

export function chipWords(chip: Chip): ChipWords {
  switch (chip.kind) {
    case 'field':
      return conditionWords(chip, subjectOf(chip.field));
    case 'search':
      return words('text', 'has the words', chip.words);
    case 'choice': {
      const { target, values } = chip.facet;
      const subject = target.kind === 'field' ? subjectOf(target.field) : `${target.group} ${target.key}`;
      return words(subject, 'is any of', values.map(String).join(', '));
    }
    case 'pair':
      return pairWords(chip);
    default:
      return { subject: '', verb: '', object: oneLine(chip.text), isCode: true };
  }
}

export function chipText(chip: Chip): string {
  const { subject, verb, object } = chipWords(chip);
  return [subject, verb, object].filter((part) => part !== '').join(' ');
}

/** "run_type" as people say it. */
export function subjectOf(field: string): string {
  return field.replaceAll('_', ' ');
}

function pairWords({ group, key, tests, text }: Extract<Chip, { kind: 'pair' }>): ChipWords {
  const [test, ...others] = tests;
  const isPlainKey = key?.op === 'eq' && key.value.kind === 'string';
  if (key && !test) {
    const name = valueText(key.value);
    if (key.op === 'eq') return words(`has ${group}`, '', name);
    if (key.op === 'neq') return words(`has no ${group}`, '', name);
    return words(`${group} key`, verbOf(key), name);
  }
  if (!test || others.length > 0 || (key && !isPlainKey)) {
    return { subject: '', verb: '', object: oneLine(text), isCode: true };
  }
  const part = findField(test.field)?.pair?.part ?? 'value';
  // The value is what a pair is about; the other parts of a feedback say their name.
  const what = part === 'value' ? group : `${group} ${part}`;
  return conditionWords(test, key ? `${group} ${valueText(key.value)}${suffix(part)}` : what);
}

const suffix = (part: string) => (part === 'value' || part === 'score' ? '' : ` ${part}`);

function conditionWords(condition: Condition, subject: string): ChipWords {
  const { op, value } = condition;
  if (value.kind === 'null') return words(subject, op === 'neq' ? 'is there' : 'is missing', '');
  const part = innerOfContains(value);
  if ((op === 'like' || op === 'notlike') && part !== undefined) {
    return words(subject, op === 'like' ? 'contains' : 'does not contain', part);
  }
  return words(subject, verbOf(condition), valueText(value, findField(condition.field)));
}

function verbOf({ op, field, value }: Condition): string {
  const isTime = findField(field)?.type === 'time';
  if (isTime && (op === 'gt' || op === 'gte')) return 'after';
  if (isTime && (op === 'lt' || op === 'lte')) return 'before';
  if (op === 'in' && value.kind === 'list' && value.items.length === 1) return 'is';
  return VERBS[op];
}

/** "%refund%" looks for a part; other patterns are shown as they are. */
export function innerOfContains(value: Literal): string | undefined {
  if (value.kind !== 'string') return undefined;
  return /^%([^%]+)%$/.exec(value.value)?.[1];
}

function valueText(value: Literal, field?: Field): string {
  switch (value.kind) {
    case 'list':
      return value.items.map((item) => valueText(item, field)).join(', ');
    case 'null':
      return 'null';
    case 'number':
      return withUnit(value.value, field);
    case 'boolean':
      return String(value.value);
    default:
      return textOf(value.value, field);
  }
}

function withUnit(value: number, field: Field | undefined): string {
  if (field?.type === 'duration') return `${value} s`;
  return field?.unit === 'US dollars' ? `$${value}` : String(value);
}

function textOf(value: string, field: Field | undefined): string {
  if (field?.type === 'duration') return value.replace(/^([\d.]+)s$/, '$1 s');
  const time = field?.type === 'time' ? parseTime(value) : undefined;
  if (time !== undefined) return formatAbsolute(time).slice(0, 19);
  // An empty text would read as if nothing were there.
  return value === '' ? '""' : value;
}

const words = (subject: string, verb: string, object: string): ChipWords => ({
  subject,
  verb,
  object,
  isCode: false,
});

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
