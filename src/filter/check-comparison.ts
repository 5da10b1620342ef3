import type { Comparison, Problem } from './ast.ts';
import { checkValue } from './check-value.ts';
import { unknownField } from './field-hints.ts';
import type { Field, Scope } from './field.ts';
import { printLiteral } from './print.ts';
import { resolveField } from './resolve-field.ts';
import { problemAt } from './token.ts';

export function checkComparison(comparison: Comparison, scope: Scope): readonly Problem[] {
  const { field: written, op, callee } = comparison;
  const field = resolveField(written.name);
  if (!field) return [problemAt(written, 'unknown-field', unknownField(written.name, scope))];
  if (!field.scopes.includes(scope)) {
    return [problemAt(written, 'wrong-scope', wrongScope(field))];
  }
  if (!field.operators.includes(op)) {
    return [problemAt(callee, 'illegal-operator', illegalOperator(field, comparison))];
  }
  return [...checkValue(field, comparison), ...checkMeaning(field, comparison)];
}

/** Fields that nothing can be found by, here or on LangSmith. */
function checkMeaning(field: Field, { field: written, value }: Comparison): readonly Problem[] {
  if (field.type === 'cursor') {
    const message = `${field.description} Instead, ${field.advice}.`;
    return [problemAt(written, 'internal-field', message, 'warning')];
  }
  if (field.name !== 'execution_order' || (value.kind === 'number' && value.value === 1)) return [];
  const message = 'Only the order 1, the root, is known; no run has another one here.';
  return [problemAt(written, 'unknown-order', message, 'warning')];
}

function wrongScope(field: Field): string {
  return field.scopes.includes('thread')
    ? `"${field.name}" is about whole threads; it can only stand in a thread filter.`
    : `"${field.name}" is about single runs; a thread filter only knows sums over the thread.`;
}

function illegalOperator(field: Field, { op, value }: Comparison): string {
  const written = printLiteral(value);
  if (field.name === 'tags') {
    if (op === 'neq') {
      return 'LangSmith cannot ask for the absence of a tag; mark such runs in their metadata and ask neq(metadata_key, "…").';
    }
    if (op === 'in' && value.kind === 'list' && value.items.length > 1) {
      return `Ask for tags one by one: or(${value.items.map((item) => `has(tags, ${printLiteral(item)})`).join(', ')}).`;
    }
    return `Tags are asked for with has: has(tags, ${value.kind === 'string' ? written : '"…"'}).`;
  }
  if (field.name === 'metadata') {
    const key = value.kind === 'string' ? written : '"…"';
    return `"${op}" is not for metadata as a whole; write and(eq(metadata_key, ${key}), eq(metadata_value, …)).`;
  }
  if (op === 'has' && value.kind === 'string')
    return `"has" is for tags; write eq(${field.name}, ${written}).`;
  return `"${op}" is not for "${field.name}", which takes ${field.operators.join(', ')}; for example ${field.example}.`;
}
