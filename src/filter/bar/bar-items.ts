/** A clause of the bar about one item (a JSON key, a feedback) as comparisons of the API language. */
import type { Comparator, Comparison, Expression } from '../ast.ts';
import type { BarClause, BarMatch, BarWord } from './bar-tree.ts';
import type { BarSubject } from './bar-subject.ts';
import { readTypedValue } from './bar-word.ts';
import { any, comparison, connect } from './build-filter.ts';
import { DIFFERENCES, type RemarkBook } from './remark.ts';

export type ItemSubject = Extract<BarSubject, { kind: 'path' | 'feedback-key' | 'feedback-part' }>;

/** The comparison that pins the item. */
export function keyOf(subject: ItemSubject, op: 'eq' | 'neq'): Comparison {
  return subject.kind === 'path'
    ? comparison(op, `${subject.group}_key`, subject.path)
    : comparison(op, 'feedback_key', subject.key);
}

const LESS = { gt: 'lte', gte: 'lt', lt: 'gte', lte: 'gt' } as const;

export class ItemTranslator {
  readonly #book: RemarkBook;

  constructor(book: RemarkBook) {
    this.#book = book;
  }

  /** Some item of that key fits. */
  positive(clause: BarClause, subject: ItemSubject): Expression | undefined {
    if (asksForKey(clause.match, subject)) return keyOf(subject, 'eq');
    const tests = this.tests(clause, subject);
    return tests && connect('and', [keyOf(subject, 'eq'), ...tests]);
  }

  /** No item of that key fits: it has another value, or there is none. */
  negative(clause: BarClause, subject: ItemSubject): Expression | undefined {
    if (asksForKey(clause.match, subject)) return keyOf(subject, 'neq');
    const { match } = clause;
    const isOrder = match.kind === 'compare' || match.kind === 'range';
    if (subject.kind === 'path' && isOrder) {
      return this.#book.leaveOut(
        clause,
        `The API language cannot deny a comparison on a ${subject.group} key, whose value may be anything; turn it around, as in ${clause.field.name}.…:<1.`,
      );
    }
    const tests = this.tests(clause, subject);
    if (!tests) return undefined;
    const isPath = subject.kind === 'path';
    this.#book.note(clause, isPath ? DIFFERENCES.listValues : DIFFERENCES.severalFeedbacks);
    const others = denied(tests).map((test) => connect('and', [keyOf(subject, 'eq'), test]));
    return any([keyOf(subject, 'neq'), ...others]);
  }

  /** What the item must fulfil beside its key. */
  tests(clause: BarClause, subject: ItemSubject): readonly Comparison[] | undefined {
    const part = subject.kind === 'feedback-part' ? subject.part : 'value';
    const field = subject.kind === 'path' ? `${subject.group}_value` : `feedback_${part}`;
    if (part === 'key') return this.#book.leaveOut(clause, 'The key stands in the field already.');
    return this.#testsOn(field, clause);
  }

  #testsOn(field: string, clause: BarClause): readonly Comparison[] | undefined {
    const { match } = clause;
    switch (match.kind) {
      case 'is':
        return [comparison('eq', field, this.#value(field, match.word, clause))];
      case 'compare':
        return [comparison(match.op, field, Number(match.word.text))];
      case 'range':
        return [
          comparison(match.low.isInclusive ? 'gte' : 'gt', field, Number(match.low.word.text)),
          comparison(match.high.isInclusive ? 'lte' : 'lt', field, Number(match.high.word.text)),
        ];
      case 'pattern':
        return this.#pattern(field, clause, match.parts);
      case 'matches':
        this.#book.note(clause, DIFFERENCES.fullText);
        return this.#pattern(field, clause, ['', match.word.text, '']);
      case 'exists':
        return [comparison('neq', field, null)];
      default:
        return this.#book.leaveOut(clause, 'Braces are for feedback.');
    }
  }

  #value(field: string, word: BarWord, clause: BarClause) {
    if (field === 'feedback_score') return Number(word.text);
    if (field === 'feedback_error') return word.text.toLowerCase() === 'true';
    if (field === 'feedback_comment' || field === 'feedback_source') return word.text;
    const value = readTypedValue(word);
    if (typeof value !== 'string') {
      this.#book.note(
        clause,
        `${word.text} is taken as a ${typeof value}; for the text write "${word.text}".`,
      );
    }
    return value;
  }

  #pattern(field: string, clause: BarClause, parts: readonly string[]): readonly Comparison[] | undefined {
    if (parts.some((part) => part.includes('%'))) return this.#book.leaveOut(clause, NO_PERCENT);
    if (field === 'feedback_value') {
      return this.#book.leaveOut(clause, 'The API language compares labels of feedback only as a whole.');
    }
    this.#book.note(clause, DIFFERENCES.letterCase);
    return [comparison('like', field, parts.join('%'))];
  }
}

export const NO_PERCENT =
  'In the API language % stands for any text, so a pattern cannot contain a real one.';

/** Whether only the presence of the key is asked for. */
function asksForKey(match: BarMatch, subject: ItemSubject): boolean {
  if (subject.kind === 'feedback-part') {
    return (
      subject.part === 'key' &&
      (match.kind === 'exists' || (match.kind === 'is' && match.word.text === subject.key))
    );
  }
  return match.kind === 'exists';
}

const COMPLEMENT: Readonly<Partial<Record<Comparator, Comparator>>> = {
  eq: 'neq',
  neq: 'eq',
  like: 'notlike',
};

/** One of these holds for an item exactly when not all of the tests do; a missing value passes neq and notlike. */
function denied(tests: readonly Comparison[]): readonly Comparison[] {
  return tests.flatMap((test, index) => {
    const complement = COMPLEMENT[test.op];
    if (complement) return [{ ...test, op: complement }];
    const turned: Comparison = { ...test, op: LESS[test.op as keyof typeof LESS] };
    return index === 0 ? [turned, comparison('eq', test.field.name, null)] : [turned];
  });
}
