/** What a clause of the bar speaks about, read from its field; one place for checking and translating. */
import type { PairGroup } from '../field.ts';
import { type BarField, type FeedbackPart, findBarField, isFeedbackPart } from './bar-field.ts';
import type { BarFieldRef, BarMatch } from './bar-tree.ts';

export type BarSubject =
  | { readonly kind: 'field'; readonly field: BarField }
  /** A dotted path into inputs, outputs or metadata, as the API language writes it. */
  | { readonly kind: 'path'; readonly group: Exclude<PairGroup, 'feedback'>; readonly path: string }
  | { readonly kind: 'any-feedback' }
  | { readonly kind: 'feedback-key'; readonly key: string }
  | { readonly kind: 'feedback-part'; readonly key: string; readonly part: FeedbackPart }
  | { readonly kind: 'unknown' };

/** Inside `feedback:{…}` every field is the key of a feedback. */
export function barSubjectOf({ name, path }: BarFieldRef, inFeedback = false): BarSubject {
  if (inFeedback) return feedbackSubject([name, ...path]);
  const field = findBarField(name);
  if (!field) return { kind: 'unknown' };
  if (field.kind === 'feedback') return feedbackSubject(path);
  if (field.group && path.length > 0) return { kind: 'path', group: field.group, path: path.join('.') };
  const fits = path.length === 0 ? field.hasPath !== 'must' : field.hasPath !== 'never';
  return fits ? { kind: 'field', field } : { kind: 'unknown' };
}

function feedbackSubject(path: readonly string[]): BarSubject {
  const last = path.at(-1);
  if (last === undefined) return { kind: 'any-feedback' };
  if (path.length > 1 && isFeedbackPart(last)) {
    return { kind: 'feedback-part', key: path.slice(0, -1).join('.'), part: last };
  }
  return { kind: 'feedback-key', key: path.join('.') };
}

type MatchKind = BarMatch['kind'];

const LEGAL: Readonly<Record<BarField['kind'], readonly MatchKind[]>> = {
  text: ['is', 'pattern', 'exists'],
  tags: ['is', 'pattern', 'exists'],
  word: ['is', 'exists'],
  number: ['is', 'compare', 'range', 'exists'],
  moment: ['is', 'compare', 'range', 'exists'],
  content: ['matches'],
  fulltext: ['matches'],
  feedback: [],
  'bar-only': ['is', 'pattern', 'compare', 'range', 'exists'],
};

const LEGAL_OF_PART: Readonly<Record<FeedbackPart, readonly MatchKind[]>> = {
  key: ['is', 'exists'],
  score: ['is', 'compare', 'range', 'exists'],
  value: ['is', 'pattern', 'exists'],
  comment: ['matches', 'is', 'pattern', 'exists'],
  source: ['is', 'exists'],
  error: ['is', 'exists'],
};

export function legalMatches(subject: BarSubject): readonly MatchKind[] {
  switch (subject.kind) {
    case 'field':
      return LEGAL[subject.field.kind];
    case 'path':
      return subject.group === 'metadata'
        ? ['is', 'pattern', 'exists', 'compare', 'range']
        : ['is', 'pattern', 'exists'];
    case 'any-feedback':
      return ['exists', 'group'];
    case 'feedback-key':
      return ['exists'];
    case 'feedback-part':
      return LEGAL_OF_PART[subject.part];
    default:
      return [];
  }
}

/** Whether its `is` wants a number too; comparisons and ranges always do, but for moments. */
export function isNumeric(subject: BarSubject): boolean {
  if (subject.kind === 'feedback-part') return subject.part === 'score';
  return subject.kind === 'field' && subject.field.kind === 'number';
}
