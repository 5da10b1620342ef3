/** A comparison on a field of the run itself as a clause of the bar. */
import type { Comparison, Literal } from '../ast.ts';
import { readValue } from '../read-value.ts';
import { resolveField } from '../resolve-field.ts';
import { type BarField, findBarField } from './bar-field.ts';
import type { BarExpression, BarMatch } from './bar-tree.ts';
import {
  EXISTS,
  barClause,
  barJoin,
  barNot,
  containedText,
  isWord,
  patternMatch,
  textWord,
  typedWord,
} from './build-bar.ts';
import { DIFFERENCES, type RemarkBook } from './remark.ts';

export function fieldToBar(comparison: Comparison, book: RemarkBook): BarExpression | undefined {
  const { field, op, value } = comparison;
  switch (field.name) {
    case 'is_root':
      return value.kind === 'boolean' ? rootness((op === 'eq') === value.value) : undefined;
    case 'execution_order':
      return value.kind === 'number' && value.value === 1
        ? rootness(op === 'eq')
        : book.leaveOut(comparison, 'No run has another execution order than 1.');
    case 'error':
      return errorToBar(comparison, book);
    case 'inputs':
    case 'outputs':
      return fullText(comparison, field.name === 'inputs' ? 'input' : 'output', true, book);
    case 'start_time':
      return book.leaveOut(comparison, 'The bar has no start time; set the time range beside it.');
    default: {
      const known = findBarField(field.name);
      return known
        ? knownToBar(comparison, known, book)
        : book.leaveOut(comparison, `The search bar has no field for "${field.name}".`);
    }
  }
}

/** The bar knows roots as a scope; among its fields, a root is a run without a parent. */
function rootness(isRoot: boolean): BarExpression {
  const hasParent = barClause('parent_run_id', [], EXISTS);
  return isRoot ? barNot(hasParent) : hasParent;
}

function errorToBar(comparison: Comparison, book: RemarkBook): BarExpression | undefined {
  const { op, value } = comparison;
  const status = barClause('status', [], isWord(textWord('error')));
  if (value.kind === 'null') return op === 'neq' ? status : barNot(status);
  if (value.kind === 'boolean') return (op === 'eq') === value.value ? status : barNot(status);
  if (op === 'like' || op === 'notlike') return fullText(comparison, 'error', false, book);
  return book.leaveOut(
    comparison,
    'The bar searches error texts with error:~text; it does not compare them.',
  );
}

export function fullText(
  comparison: Comparison,
  name: string,
  bareContains: boolean,
  book: RemarkBook,
): BarExpression | undefined {
  const { op, value } = comparison;
  const text = value.kind === 'string' ? containedText(value.value, bareContains) : undefined;
  if (text === undefined || (op !== 'like' && op !== 'notlike')) {
    return book.leaveOut(
      comparison,
      `The bar only searches a text anywhere in ${name}, as ${name}:~text does.`,
    );
  }
  book.note(comparison, DIFFERENCES.fullText);
  const clause = barClause(name, [], {
    kind: 'matches',
    word: { from: 0, to: 0, text, isQuoted: /\s/.test(text) },
  });
  return op === 'like' ? clause : barNot(clause);
}

function knownToBar(comparison: Comparison, field: BarField, book: RemarkBook): BarExpression | undefined {
  const { op, value } = comparison;
  if (value.kind === 'list') {
    const words = value.items.flatMap((item) => (item.kind === 'string' ? [textWord(item.value)] : []));
    if (words.length === 0)
      return book.leaveOut(comparison, 'An empty list matches nothing, which the bar cannot say.');
    return barJoin(
      'or',
      words.map((word) => barClause(field.name, [], isWord(word))),
    );
  }
  if (value.kind === 'null') {
    const exists = barClause(field.name, [], EXISTS);
    return op === 'neq' ? exists : barNot(exists);
  }
  if (op === 'like' || op === 'notlike') return patternToBar(comparison, field, book);
  const match = field.kind === 'number' ? numberMatch(comparison) : wordMatch(op, value);
  if (field.kind === 'moment') {
    return book.leaveOut(
      comparison,
      `"${field.name}" is a moment in the bar and seconds after the start here; neither can be said in the other.`,
    );
  }
  if (!match) return book.leaveOut(comparison, `The bar does not compare "${field.name}" like this.`);
  const clause = barClause(field.name, [], match);
  return op === 'neq' ? barNot(clause) : clause;
}

function wordMatch(op: Comparison['op'], value: Literal): BarMatch | undefined {
  const isEquality = op === 'eq' || op === 'neq' || op === 'has';
  return isEquality && value.kind === 'string' ? isWord(textWord(value.value)) : undefined;
}

/** Seconds may be written as "5s" in the API language only. */
function numberMatch({ field: { name }, op, value }: Comparison): BarMatch | undefined {
  const field = resolveField(name);
  const reading = field && value.kind !== 'list' ? readValue(field, value) : undefined;
  if (reading?.kind !== 'value' || typeof reading.value !== 'number') return undefined;
  const word = typedWord(reading.value);
  if (op === 'eq' || op === 'neq') return isWord(word);
  return op === 'gt' || op === 'gte' || op === 'lt' || op === 'lte'
    ? { kind: 'compare', op, word }
    : undefined;
}

function patternToBar(comparison: Comparison, field: BarField, book: RemarkBook): BarExpression | undefined {
  const { op, value } = comparison;
  const match = value.kind === 'string' ? patternMatch(value.value) : undefined;
  if (!match) return book.leaveOut(comparison, WHOLE_PATTERN);
  if (match.kind === 'pattern') book.note(comparison, DIFFERENCES.letterCase);
  const clause = barClause(field.name, [], match);
  return op === 'like' ? clause : barNot(clause);
}

const WHOLE_PATTERN =
  'A pattern without % compares the whole text without letter case, which the bar cannot say.';
