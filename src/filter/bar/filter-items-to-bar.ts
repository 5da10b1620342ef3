/** Comparisons on one and the same item (README of filter/, "Pairs") as clauses of the bar. */
import type { Comparison } from '../ast.ts';
import { type Clause, isKeyComparison } from '../clauses.ts';
import { barSubjectOf } from './bar-subject.ts';
import type { BarExpression } from './bar-tree.ts';
import { EXISTS, barClause, barJoin, barNot } from './build-bar.ts';
import { fullText } from './filter-fields-to-bar.ts';
import { ItemMatcher } from './item-matcher.ts';
import { DIFFERENCES, type RemarkBook } from './remark.ts';

/** `mayWiden`: parts may be left out, because the whole then finds more, not less. */
export function clauseToBar(clause: Clause, book: RemarkBook, mayWiden: boolean): BarExpression | undefined {
  const key = clause.members.find(isKeyComparison);
  const others = clause.members.filter((member) => member !== key);
  if (!key) return withoutKey(others, clause, book, mayWiden);
  const { op, value } = key;
  if (op === 'neq' && value.kind === 'string') return absentKey(clause, value.value, others, book, mayWiden);
  const keys = keysOf(key);
  if (keys.length === 0) return book.leaveOut(key, 'The bar names one key at a time, without patterns.');
  if (!keys.every((each) => isNameable(clause, each))) {
    return book.leaveOut(key, 'The bar would read this key as something else.');
  }
  const parts = keys.map((each) => oneKey(clause, each, others, book, mayWiden));
  return parts.every((part) => part !== undefined) ? barJoin('or', parts) : undefined;
}

function keysOf({ op, value }: Comparison): readonly string[] {
  if (op === 'eq') return value.kind === 'string' ? [value.value] : [];
  if (op !== 'in' || value.kind !== 'list') return [];
  return value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
}

const NAMES = { metadata: 'metadata', input: 'input', output: 'output', feedback: 'feedback' } as const;

/** A path of one text could be told from a dotted one only by quotes; here both mean the same pairs. */
function segmentsOf(group: Clause['group'], key: string): readonly string[] {
  return group === 'feedback' ? [key] : key.split('.');
}

/** False for keys with empty steps, and for feedback keys that end like a part ("my.score"). */
function isNameable({ group }: Clause, key: string): boolean {
  const subject = barSubjectOf({ from: 0, to: 0, name: NAMES[group], path: segmentsOf(group, key) });
  const isSame =
    subject.kind === 'path' ? subject.path === key : subject.kind === 'feedback-key' && subject.key === key;
  return isSame && key !== '';
}

function oneKey(
  { group }: Clause,
  key: string,
  others: readonly Comparison[],
  book: RemarkBook,
  mayWiden: boolean,
): BarExpression | undefined {
  const path = segmentsOf(group, key);
  const exists = barClause(NAMES[group], path, EXISTS);
  if (others.length === 0) return exists;
  const matcher = new ItemMatcher(group, path, book);
  const parts = others.map((other) => matcher.clause(other));
  if (!mayWiden && parts.includes(undefined)) return undefined;
  const found = parts.filter((part) => part !== undefined);
  if (found.length === 0) return exists;
  return matcher.together(found, exists, others);
}

/** neq on a key: no item has it; what else stands there is about items of any key. */
function absentKey(
  clause: Clause,
  key: string,
  others: readonly Comparison[],
  book: RemarkBook,
  mayWiden: boolean,
): BarExpression | undefined {
  if (!isNameable(clause, key))
    return book.leaveOut(clause.members[0]!, 'The bar would read this key as something else.');
  const absent = barNot(barClause(NAMES[clause.group], segmentsOf(clause.group, key), EXISTS));
  if (others.length === 0) return absent;
  const rest = withoutKey(others, clause, book, mayWiden);
  if (!rest) return mayWiden ? absent : undefined;
  return barJoin('and', [absent, rest]);
}

function withoutKey(
  members: readonly Comparison[],
  { group }: Clause,
  book: RemarkBook,
  mayWiden: boolean,
): BarExpression | undefined {
  const parts = members.map((member) =>
    group === 'metadata' && (member.op === 'like' || member.op === 'notlike')
      ? fullText(member, 'metadata', false, book)
      : book.leaveOut(member, `The bar asks for ${group} values by their key only.`),
  );
  if (!mayWiden && parts.includes(undefined)) return undefined;
  const found = parts.filter((part) => part !== undefined);
  if (found.length > 1) book.note(members[0]!, DIFFERENCES.severalItems);
  return found.length > 0 ? barJoin('and', found) : undefined;
}
