import type { Comparator, Comparison, ListLiteral, Problem, Scalar } from './ast.ts';
import type { Field } from './field.ts';
import { metadataObject } from './metadata-object.ts';
import { printLiteral } from './print.ts';
import { readValue } from './read-value.ts';
import { problemAt } from './token.ts';

/** Whether the value fits a field and an operator that fit each other. */
export function checkValue(field: Field, comparison: Comparison): readonly Problem[] {
  const { op, value } = comparison;
  if (op === 'in') {
    return value.kind === 'list' ? checkList(field, value) : [expectList(field, value)];
  }
  if (value.kind === 'list') {
    return [problemAt(value, 'list-as-value', listAsValue(field, op, value))];
  }
  if (op === 'like' || op === 'notlike') return checkPattern(field, value);
  if (field.type === 'json') return checkMetadata(comparison, value);
  if (op !== 'eq' && op !== 'neq' && op !== 'has' && (value.kind === 'null' || value.kind === 'boolean')) {
    return [problemAt(value, 'wrong-type', `"${op}" compares sizes; ${printLiteral(value)} has none.`)];
  }
  return checkScalar(field, value);
}

/** Only what the field takes is advised. */
function listAsValue({ name, operators }: Field, op: Comparator, list: ListLiteral): string {
  const start = `"${op}" compares with one value`;
  if (op === 'eq' && operators.includes('in'))
    return `${start}; for several write in(${name}, ${printLiteral(list)}).`;
  const each = list.items.map((item) => `${op}(${name}, ${printLiteral(item)})`);
  if (each.length < 2) return `${start}${each.length === 1 ? `: ${each[0]}` : ''}.`;
  if (op === 'neq' || op === 'notlike') return `${start}; for none of several write and(${each.join(', ')}).`;
  return `${start}; for one of several write or(${each.join(', ')}), for all of them and(…).`;
}

function checkScalar(field: Field, literal: Scalar): readonly Problem[] {
  const reading = readValue(field, literal);
  const note = reading.kind === 'null' ? undefined : reading.note;
  return note ? [problemAt(literal, note.code, note.message, note.severity)] : [];
}

function checkList(field: Field, list: ListLiteral): readonly Problem[] {
  if (list.items.length === 0) {
    return [problemAt(list, 'empty-list', 'An empty list matches nothing.', 'warning')];
  }
  return list.items.flatMap((item): readonly Problem[] =>
    item.kind === 'null'
      ? [problemAt(item, 'wrong-type', `A list cannot hold null; write or(eq(${field.name}, null), in(…)).`)]
      : checkScalar(field, item),
  );
}

function expectList(field: Field, value: Scalar): Problem {
  const message = `"in" takes a list: in(${field.name}, [${printLiteral(value)}]).`;
  return problemAt(value, 'list-expected', message);
}

function checkPattern(field: Field, value: Scalar): readonly Problem[] {
  if (value.kind !== 'string') {
    return [problemAt(value, 'wrong-type', 'A pattern is a text in quotes, for example "%refund%".')];
  }
  if (value.value.includes('%') || field.type === 'text') return [];
  const message = `Without % the whole value has to match; for "contains" write "%${value.value}%".`;
  return [problemAt(value, 'pattern-without-percent', message, 'info')];
}

function checkMetadata({ op }: Comparison, value: Scalar): readonly Problem[] {
  if (value.kind !== 'string') {
    const message =
      op === 'exists' ? 'Write the key as a text: exists(metadata, "user_id").' : HAS_METADATA_FORM;
    return [problemAt(value, 'wrong-type', message)];
  }
  if (op === 'exists' || metadataObject(value.value)) return [];
  const message = /^\s*[{[]/.test(value.value)
    ? HAS_METADATA_FORM
    : `LangSmith refuses has(metadata, "key"); write eq(metadata_key, ${printLiteral(value)}).`;
  return [problemAt(value, 'bad-metadata', message)];
}

const HAS_METADATA_FORM =
  'Write a JSON object in a text: has(metadata, "{\\"user_id\\": \\"u-1\\"}"), or better and(eq(metadata_key, "user_id"), eq(metadata_value, "u-1")).';
