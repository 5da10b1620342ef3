import type { Problem } from '../ast.ts';
import { problemAt } from '../token.ts';
import { FEEDBACK_PARTS } from './bar-field.ts';
import { type BarSubject, isNumeric, legalMatches } from './bar-subject.ts';
import type { BarClause, BarMatch, BarWord } from './bar-tree.ts';

/** The operator and the value of a clause whose field is known. */
export function checkBarMatch(clause: BarClause, subject: BarSubject): readonly Problem[] {
  const { match } = clause;
  if (!legalMatches(subject).includes(match.kind)) {
    return [problemAt(clause, 'illegal-operator', illegal(clause, subject))];
  }
  if (match.kind === 'group') return [];
  return wordsOf(match).flatMap((word) => checkWord(word, match, subject));
}

function checkWord(word: BarWord, match: BarMatch, subject: BarSubject): readonly Problem[] {
  if (word.wildcard && match.kind !== 'pattern') {
    return [problemAt(word, 'wildcard-here', 'A star stands for itself only in quotes.')];
  }
  if (wantsNumber(match, subject) && readBarNumber(word.text) === undefined) {
    return [problemAt(word, 'not-a-number', `"${word.text}" is not a number.`)];
  }
  if (match.kind === 'matches' && word.text.trim() === '') {
    return [problemAt(word, 'empty-term', 'There is nothing to search for.')];
  }
  if (subject.kind === 'feedback-part' && subject.part === 'error' && !/^(?:true|false)$/i.test(word.text)) {
    return [problemAt(word, 'not-a-boolean', 'Whether the evaluator failed is true or false.')];
  }
  const values = subject.kind === 'field' ? subject.field.values : undefined;
  if (!values || values.includes(word.text)) return [];
  return [problemAt(word, 'unknown-value', `Known here are ${values.join(', ')}.`, 'warning')];
}

function wantsNumber(match: BarMatch, subject: BarSubject): boolean {
  const isMoment = subject.kind === 'field' && subject.field.kind === 'moment';
  return isNumeric(subject) || ((match.kind === 'compare' || match.kind === 'range') && !isMoment);
}

function readBarNumber(text: string): number | undefined {
  if (!/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function wordsOf(match: Exclude<BarMatch, { kind: 'group' }>): readonly BarWord[] {
  if (match.kind === 'exists') return [];
  return match.kind === 'range' ? [match.low.word, match.high.word] : [match.word];
}

const WAYS: Readonly<Record<BarMatch['kind'], string>> = {
  is: ':value',
  matches: ':~text',
  pattern: ':val*',
  exists: ':*',
  compare: ':>1',
  range: ':[1 TO 2]',
  group: ':{…}',
};

function illegal({ field, match }: BarClause, subject: BarSubject): string {
  if (field.name === 'error' && match.kind === 'exists')
    return 'Whether a run failed is asked with status:error.';
  if (subject.kind === 'feedback-key') {
    return `Name a part of the feedback: ${field.name}.${field.path.join('.')}.score:>0.5; parts are ${FEEDBACK_PARTS.join(', ')}.`;
  }
  if (subject.kind === 'any-feedback') return 'Name a key and a part, as in feedback.correctness.score:>0.5.';
  const ways = legalMatches(subject).map((kind) => WAYS[kind]);
  const hint =
    subject.kind === 'field' && subject.field.kind === 'content'
      ? `; below it stand keys, as in ${field.name}.user_id:abc`
      : '';
  return `"${field.name}" is asked with ${ways.join(', ')}${hint}.`;
}
