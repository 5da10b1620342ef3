/** A clause as boxes of a form, there and back. What the boxes cannot hold stays a text. */
import type { Literal } from '../../../filter/ast.ts';
import type { Chip, Condition } from '../../../filter/edit/chip.ts';
import type { Field } from '../../../filter/field.ts';
import { findField } from '../../../filter/fields.ts';
import { parseTime } from '../../../filter/time.ts';
import { innerOfContains } from './chip-words.ts';
import { findFormField, type FormField, type FormOperator, needsValue, operatorsOf } from './form-fields.ts';

export interface ClauseForm {
  readonly field: FormField;
  /** Of a pair. */
  readonly key: string;
  readonly op: FormOperator;
  /** As typed; several for `in`, one for each line. */
  readonly value: string;
}

export type Clause =
  | { readonly kind: 'clause'; readonly text: string }
  | { readonly kind: 'incomplete'; readonly reason: string };

export function emptyForm(field: FormField): ClauseForm {
  return { field, key: '', op: operatorsOf(field)[0]!, value: '' };
}

export function clauseOf({ field, key, op, value }: ClauseForm): Clause {
  const { subject } = field;
  if (subject.kind === 'field') return condition(subject.field, op, value);
  const name = key.trim();
  if (name === '') return incomplete('Which key?');
  const keyIs = (verb: 'eq' | 'neq') => `${verb}(${subject.group}_key, ${JSON.stringify(name)})`;
  if (op === 'present') return clause(keyIs('eq'));
  if (op === 'missing') return clause(keyIs('neq'));
  const inner = condition(subject.value, op, value);
  return inner.kind === 'clause' ? clause(`and(${keyIs('eq')}, ${inner.text})`) : inner;
}

function condition(field: Field, op: FormOperator, value: string): Clause {
  if (op === 'present') return clause(`neq(${field.name}, null)`);
  if (op === 'missing') return clause(`eq(${field.name}, null)`);
  if (op === 'contains' || op === 'contains-not') return pattern(field, op, value);
  if (op === 'in') return list(field, value);
  const literal = literalOf(field, value);
  if (literal.kind === 'incomplete') return literal;
  const verb = field.type === 'tag' && op === 'eq' ? 'has' : op;
  return clause(`${verb}(${field.name}, ${literal.text})`);
}

function pattern(field: Field, op: 'contains' | 'contains-not', value: string): Clause {
  if (value === '') return incomplete('Which text?');
  return clause(`${op === 'contains' ? 'like' : 'notlike'}(${field.name}, ${JSON.stringify(`%${value}%`)})`);
}

function list(field: Field, value: string): Clause {
  const parts = value.split('\n').filter((part) => part.trim() !== '');
  if (parts.length === 0) return incomplete('Which values? One for each line.');
  const literals = parts.map((part) => literalOf(field, part));
  const wrong = literals.find((literal) => literal.kind === 'incomplete');
  if (wrong) return wrong;
  return clause(`in(${field.name}, [${literals.map((each) => 'text' in each && each.text).join(', ')}])`);
}

function literalOf(field: Field, value: string): Clause {
  const text = value.trim();
  if (text === '') return incomplete('Which value?');
  switch (field.type) {
    case 'number':
    case 'duration':
      return Number.isFinite(Number(text)) ? clause(text) : incomplete('A number is needed.');
    case 'boolean':
      return text === 'true' || text === 'false' ? clause(text) : incomplete('Yes or no?');
    case 'time': {
      const time = parseTime(text);
      return time === undefined
        ? incomplete('A time is needed, such as 2026-01-31T12:00.')
        : clause(JSON.stringify(new Date(time).toISOString()));
    }
    case 'scalar':
      return clause(scalar(text));
    default:
      return clause(JSON.stringify(value));
  }
}

/** The JSON type counts: 42 and "42" are two values, so quotes make a text of what looks like a number. */
function scalar(text: string): string {
  if (/^(?:true|false|-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)$/i.test(text)) return text;
  return /^".*"$/s.test(text) && isJson(text) ? text : JSON.stringify(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Undefined when the boxes would lose something of it. */
export function formOf(chip: Chip): ClauseForm | undefined {
  if (chip.kind === 'field') return formOfCondition(findFormField(chip.field), '', chip);
  if (chip.kind !== 'pair') return undefined;
  const { group, key, tests } = chip;
  if (key?.value.kind !== 'string' || tests.length > 1) return undefined;
  const [test] = tests;
  if (!test) {
    const field = findFormField(group === 'feedback' ? 'feedback_score' : `${group}_value`);
    if (!field || (key.op !== 'eq' && key.op !== 'neq')) return undefined;
    return { field, key: key.value.value, op: key.op === 'eq' ? 'present' : 'missing', value: '' };
  }
  return key.op === 'eq' ? formOfCondition(findFormField(test.field), key.value.value, test) : undefined;
}

function formOfCondition(
  field: FormField | undefined,
  key: string,
  { op, value, field: name }: Condition,
): ClauseForm | undefined {
  if (!field) return undefined;
  if (value.kind === 'null') {
    if (key !== '' || (op !== 'eq' && op !== 'neq')) return undefined;
    return { field, key, op: op === 'eq' ? 'missing' : 'present', value: '' };
  }
  if (op === 'like' || op === 'notlike') {
    const part = innerOfContains(value);
    return part === undefined
      ? undefined
      : { field, key, op: op === 'like' ? 'contains' : 'contains-not', value: part };
  }
  if (op === 'exists') return undefined;
  const text = valueText(value, findField(name));
  return text === undefined ? undefined : { field, key, op: op === 'has' ? 'eq' : op, value: text };
}

function valueText(value: Literal, field: Field | undefined): string | undefined {
  if (value.kind === 'list') {
    const items = value.items.map((item) => valueText(item, field));
    return items.every((item) => item !== undefined && !item.includes('\n')) ? items.join('\n') : undefined;
  }
  if (value.kind === 'null') return undefined;
  if (value.kind !== 'string') return String(value.value);
  if (field?.type === 'scalar')
    return scalar(value.value) === JSON.stringify(value.value) ? value.value : JSON.stringify(value.value);
  if (field?.type === 'duration') return /^[\d.]+s$/.test(value.value) ? value.value.slice(0, -1) : undefined;
  return value.value.trim() === '' ? undefined : value.value;
}

/** The same place in a form of another field: what still fits is kept. */
export function withField(form: ClauseForm, field: FormField): ClauseForm {
  const operators = operatorsOf(field);
  const op = operators.includes(form.op) ? form.op : operators[0]!;
  return {
    field,
    key: field.subject.kind === 'pair' ? form.key : '',
    op,
    value: needsValue(op) ? form.value : '',
  };
}

const clause = (text: string): Clause => ({ kind: 'clause', text });
const incomplete = (reason: string): Clause => ({ kind: 'incomplete', reason });
