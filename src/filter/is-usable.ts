import type { Comparison } from './ast.ts';
import { readValue } from './read-value.ts';
import { resolveField } from './resolve-field.ts';

/** Whether a comparison means anything: known field, legal operator, readable value. */
export function isUsable({ op, field: { name }, value }: Comparison): boolean {
  const field = resolveField(name);
  if (!field?.operators.includes(op)) return false;
  if (op === 'in') {
    return value.kind === 'list' && value.items.every((item) => readValue(field, item).kind === 'value');
  }
  if (value.kind === 'list') return false;
  if (op === 'like' || op === 'notlike') return value.kind === 'string';
  const reading = readValue(field, value);
  if (op === 'eq' || op === 'neq') return reading.kind !== 'unusable';
  return reading.kind === 'value' && (typeof reading.value !== 'boolean' || op === 'has');
}
