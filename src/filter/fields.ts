/**
 * The one field table. Checking, completion, hover, evaluation, help and every form that builds a
 * filter read it; a field added here appears everywhere.
 */
import type { Comparator } from './ast.ts';
import type { Evidence, Field, Scope } from './field.ts';
import { CONTENT_FIELDS } from './fields/content-fields.ts';
import { FEEDBACK_FIELDS } from './fields/feedback-fields.ts';
import { IDENTITY_FIELDS } from './fields/identity-fields.ts';
import { MEASURE_FIELDS } from './fields/measure-fields.ts';
import { THREAD_FIELDS } from './fields/thread-fields.ts';

export const FIELDS: readonly Field[] = [
  ...IDENTITY_FIELDS,
  ...MEASURE_FIELDS,
  ...CONTENT_FIELDS,
  ...FEEDBACK_FIELDS,
  ...THREAD_FIELDS,
];

const BY_NAME: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.name, field]));

export function findField(name: string): Field | undefined {
  return BY_NAME.get(name);
}

export function fieldsOf(scope: Scope): readonly Field[] {
  return FIELDS.filter((field) => field.scopes.includes(scope));
}

/** The operator may be weaker than its field: `name` is proven, `like` on it is not. */
export function evidenceFor(field: Field, op: Comparator): Evidence {
  if (field.evidence === 'refused') return 'refused';
  return field.unprovenOperators?.includes(op) ? 'unproven' : field.evidence;
}
