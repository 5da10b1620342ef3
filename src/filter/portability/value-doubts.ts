import type { Comparison, Literal, Problem, Scalar } from '../ast.ts';
import { isUsable } from '../is-usable.ts';
import { readValue } from '../read-value.ts';
import { resolveField } from '../resolve-field.ts';
import { problemAt } from '../token.ts';

/** Values that this app understands and a server perhaps does not. */
export function doubtsAboutValues(comparison: Comparison): readonly Problem[] {
  const { op, value } = comparison;
  if (!isUsable(comparison)) return [];
  const scalars = value.kind === 'list' ? value.items : [value];
  return [
    ...scalars.flatMap((scalar) => [...aboutReading(comparison, scalar), ...aboutQuotes(scalar)]),
    ...(value.kind === 'list' ? aboutList(value) : []),
    ...(isOrder(op) && value.kind === 'string' ? aboutOrder(comparison) : []),
  ];
}

function aboutReading({ op, field }: Comparison, scalar: Scalar): readonly Problem[] {
  const row = resolveField(field.name);
  if (!row || op === 'like' || op === 'notlike') return [];
  const reading = readValue(row, scalar);
  const doubt = reading.kind === 'unusable' ? undefined : reading.doubt;
  return doubt ? [problemAt(scalar, doubt.code, doubt.message, doubt.severity)] : [];
}

/** The grammar that LangSmith's descends from strips quotes and reads no escapes (UNKNOWNS U2). */
function aboutQuotes(value: Scalar): readonly Problem[] {
  if (value.kind !== 'string' || !/["\\]/.test(value.value)) return [];
  const message = 'Nobody has shown that LangSmith reads quotes and backslashes inside a text correctly.';
  return [problemAt(value, 'quote-in-text', message, 'info')];
}

/** Longer lists are split up by us when we make them (UNKNOWNS U20: the real limit is unknown). */
export const SAFE_LIST = 100;

function aboutList(list: Extract<Literal, { kind: 'list' }>): readonly Problem[] {
  if (list.items.length === 0) {
    const message = 'Nobody has shown that LangSmith reads an empty list.';
    return [problemAt(list, 'unproven-list', message, 'info')];
  }
  if (list.items.length <= SAFE_LIST) return [];
  const message = `How long LangSmith lets a list be is unknown; up to ${SAFE_LIST} values are safe, here are ${list.items.length}.`;
  return [problemAt(list, 'long-list', message, 'info')];
}

function aboutOrder({ op, field, value }: Comparison): readonly Problem[] {
  if (resolveField(field.name)?.type !== 'scalar') return [];
  const message = `"${op}" is only proven for numbers; texts are compared letter by letter here.`;
  return [problemAt(value, 'unproven-order', message, 'info')];
}

function isOrder(op: Comparison['op']): boolean {
  return op === 'gt' || op === 'gte' || op === 'lt' || op === 'lte';
}
