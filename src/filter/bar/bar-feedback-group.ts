/** `feedback:*` and `feedback:{…}`, whose conditions speak about one and the same feedback. */
import type { Comparison, Expression } from '../ast.ts';
import { type ItemSubject, type ItemTranslator, keyOf } from './bar-items.ts';
import { barSubjectOf } from './bar-subject.ts';
import type { BarClause, BarExpression } from './bar-tree.ts';
import { any, connect } from './build-filter.ts';
import type { RemarkBook } from './remark.ts';

export function translateFeedbackGroup(
  clause: BarClause,
  isDenied: boolean,
  book: RemarkBook,
  items: ItemTranslator,
): Expression | undefined {
  if (clause.match.kind !== 'group') {
    return book.leaveOut(clause, 'The API language asks for feedback by its key; write feedback.<key>:*.');
  }
  const inner = clause.match.part;
  const single = singleClause(inner);
  if (single) {
    const subject = barSubjectOf(single.field, true) as ItemSubject;
    return isDenied ? items.negative(single, subject) : items.positive(single, subject);
  }
  if (isDenied)
    return book.leaveOut(clause, 'The API language cannot deny several conditions on one feedback.');
  // Some feedback fits a or b: some feedback fits a, or some fits b.
  const alternatives = inner.kind === 'or' ? inner.parts : [inner];
  const parts = alternatives.map((part) => oneFeedback(part, clause, book, items));
  return parts.every((part) => part !== undefined) ? any(parts) : undefined;
}

function oneFeedback(
  tree: BarExpression,
  clause: BarClause,
  book: RemarkBook,
  items: ItemTranslator,
): Expression | undefined {
  const clauses = tree.kind === 'and' ? tree.parts.map(singleClause) : [singleClause(tree)];
  if (!clauses.every((each) => each !== undefined)) {
    return book.leaveOut(
      clause,
      'Inside these braces, only conditions joined by AND can be said in the API language.',
    );
  }
  const subjects = clauses.map(
    (each) => barSubjectOf(each.field, true) as Extract<ItemSubject, { key: string }>,
  );
  if (subjects.some(({ key }) => key !== subjects[0]!.key)) {
    return book.leaveOut(clause, 'One feedback has one key; ask for the keys in braces of their own.');
  }
  const tests: Comparison[] = [];
  for (const [index, each] of clauses.entries()) {
    const subject = subjects[index]!;
    if (subject.kind === 'feedback-key') continue;
    const found = items.tests(each, subject);
    if (!found) return undefined;
    tests.push(...found);
  }
  return connect('and', [keyOf(subjects[0]!, 'eq'), ...tests]);
}

function singleClause(tree: BarExpression): BarClause | undefined {
  return tree.kind === 'clause' ? tree : undefined;
}
