/**
 * `metadata.k:* AND -metadata.k:v` is "has k, and not with v", for which the API language has a pair of its
 * own: and(eq(metadata_key, "k"), neq(metadata_value, "v")). Said one by one it would be far longer.
 */
import type { Expression } from '../ast.ts';
import { keyOf } from './bar-items.ts';
import { type BarSubject, barSubjectOf } from './bar-subject.ts';
import type { BarClause, BarExpression } from './bar-tree.ts';
import { readTypedValue } from './bar-word.ts';
import { comparison, connect } from './build-filter.ts';
import { DIFFERENCES, type RemarkBook } from './remark.ts';

export interface Merged {
  readonly merged: readonly Expression[];
  readonly rest: readonly BarExpression[];
}

export function mergeDenials(parts: readonly BarExpression[], book: RemarkBook): Merged {
  const merged: Expression[] = [];
  const used = new Set<BarExpression>();
  for (const part of parts) {
    const key = presentKey(part);
    const denial = key && parts.find((other) => !used.has(other) && isDenialOf(other, key));
    if (!key || denial?.kind !== 'not') continue;
    const { match } = denial.part as BarClause;
    if (match.kind !== 'is') continue;
    book.note(denial, DIFFERENCES.listValues);
    used.add(part).add(denial);
    const value = readTypedValue(match.word);
    merged.push(connect('and', [keyOf(key, 'eq'), comparison('neq', `${key.group}_value`, value)]));
  }
  return { merged, rest: parts.filter((part) => !used.has(part)) };
}

type PathSubject = Extract<BarSubject, { kind: 'path' }>;

function presentKey(part: BarExpression): PathSubject | undefined {
  if (part.kind !== 'clause' || part.match.kind !== 'exists') return undefined;
  const subject = barSubjectOf(part.field);
  return subject.kind === 'path' ? subject : undefined;
}

function isDenialOf(part: BarExpression, key: PathSubject): boolean {
  if (part.kind !== 'not' || part.part.kind !== 'clause') return false;
  const { field, match } = part.part;
  if (match.kind !== 'is' || match.word.wildcard) return false;
  const subject = barSubjectOf(field);
  return subject.kind === 'path' && subject.group === key.group && subject.path === key.path;
}
