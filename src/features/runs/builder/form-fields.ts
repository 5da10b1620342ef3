/** What a clause can be about, as a form offers it: plain fields, and pairs of a key and its value. */
import type { Comparator } from '../../../filter/ast.ts';
import type { Field, PairGroup } from '../../../filter/field.ts';
import { fieldsOf, findField } from '../../../filter/fields.ts';
import { subjectOf } from './chip-words.ts';

/** `value`: the value of a metadata, input, output or feedback item; `score` is feedback's number. */
export type Subject =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'pair'; readonly group: PairGroup; readonly value: Field };

export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly subject: Subject;
}

const pairField = (group: PairGroup, part: 'value' | 'score', label: string): FormField => {
  const value = findField(`${group}_${part}`)!;
  return { id: value.name, label, detail: 'a key and its value', subject: { kind: 'pair', group, value } };
};

/** Those that LangSmith answers first; what it is known to refuse is not offered. */
export const FORM_FIELDS: readonly FormField[] = [
  ...fieldsOf('run')
    .filter((field) => !field.hidden && !field.pair && field.evidence !== 'refused' && field.type !== 'json')
    .map((field) => ({
      id: field.name,
      label: subjectOf(field.name),
      detail: field.evidence === 'unproven' ? 'not proven on LangSmith' : '',
      subject: { kind: 'field', field } as const,
    })),
  pairField('metadata', 'value', 'metadata'),
  pairField('feedback', 'score', 'feedback score'),
  pairField('feedback', 'value', 'feedback value'),
  pairField('input', 'value', 'input'),
  pairField('output', 'value', 'output'),
];

export const findFormField = (id: string): FormField | undefined => FORM_FIELDS.find((one) => one.id === id);

/** How a form asks; `contains` is a pattern, the last two compare with null or ask for the key alone. */
export type FormOperator =
  | Exclude<Comparator, 'like' | 'notlike' | 'exists' | 'has'>
  | 'contains'
  | 'contains-not'
  | 'present'
  | 'missing';

export const OPERATOR_WORDS: Readonly<Record<FormOperator, string>> = {
  eq: 'is',
  neq: 'is not',
  in: 'is any of',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
  contains: 'contains',
  'contains-not': 'does not contain',
  present: 'is there',
  missing: 'is missing',
};

const BY_COMPARATOR: Readonly<Record<Comparator, FormOperator | undefined>> = {
  eq: 'eq',
  neq: 'neq',
  in: 'in',
  gt: 'gt',
  gte: 'gte',
  lt: 'lt',
  lte: 'lte',
  // A tag is had; people say that it is one of the tags.
  has: 'eq',
  like: 'contains',
  notlike: 'contains-not',
  exists: undefined,
};

export function operatorsOf({ subject }: FormField): readonly FormOperator[] {
  const field = subject.kind === 'field' ? subject.field : subject.value;
  const plain = field.operators.flatMap((op) => BY_COMPARATOR[op] ?? []);
  const canMiss = subject.kind === 'pair' || field.nullable;
  return [...new Set([...plain, ...(canMiss ? (['present', 'missing'] as const) : [])])];
}

export const needsValue = (op: FormOperator): boolean => op !== 'present' && op !== 'missing';
