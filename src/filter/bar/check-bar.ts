/**
 * What is wrong in a search-bar query that could be parsed: unknown fields, operators that a field does not
 * take, values it cannot have (FILTER-LANGUAGE §13). Whether the API language can say it is another
 * question (bar-to-filter.ts).
 */
import type { Problem } from '../ast.ts';
import type { Scope } from '../field.ts';
import { nearest } from '../nearest.ts';
import { problemAt } from '../token.ts';
import { BAR_FIELDS, findBarField } from './bar-field.ts';
import { barSubjectOf } from './bar-subject.ts';
import type { BarClause, BarExpression, BarTerm } from './bar-tree.ts';
import { checkBarMatch } from './check-bar-match.ts';

export function checkBar(tree: BarExpression | undefined, scope: Scope = 'run'): readonly Problem[] {
  return tree ? checkOne(tree, scope, false) : [];
}

function checkOne(tree: BarExpression, scope: Scope, inFeedback: boolean): readonly Problem[] {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return tree.parts.flatMap((part) => checkOne(part, scope, inFeedback));
    case 'not':
      return checkOne(tree.part, scope, inFeedback);
    case 'term':
      return checkTerm(tree, scope, inFeedback);
    case 'clause':
      return checkBarClause(tree, scope, inFeedback);
    default:
      return [];
  }
}

/** All that is wrong with one clause; nested ones of a feedback group included. */
export function checkBarClause(clause: BarClause, scope: Scope, inFeedback = false): readonly Problem[] {
  const { field, match } = clause;
  const subject = barSubjectOf(field, inFeedback);
  if (subject.kind === 'unknown') return [problemAt(field, 'unknown-field', unknownField(clause, scope))];
  const scopes = subject.kind === 'field' ? subject.field.scopes : undefined;
  if (scopes && !scopes.includes(scope)) {
    return [problemAt(field, 'wrong-scope', wrongScope(field.name, scope))];
  }
  if (subject.kind === 'path' && scope === 'thread') {
    return [problemAt(field, 'wrong-scope', wrongScope(field.name, scope))];
  }
  if (
    subject.kind === 'feedback-part' &&
    scope === 'thread' &&
    !['key', 'score', 'value'].includes(subject.part)
  ) {
    return [
      problemAt(
        field,
        'wrong-scope',
        'Of the feedback of threads, only key, score and value can be asked for.',
      ),
    ];
  }
  return [
    ...checkBarMatch(clause, subject),
    ...(match.kind === 'group' && subject.kind === 'any-feedback' ? checkOne(match.part, scope, true) : []),
  ];
}

function checkTerm({ from, to, word }: BarTerm, scope: Scope, inFeedback: boolean): readonly Problem[] {
  const range = { from, to };
  if (scope === 'thread') {
    return [
      problemAt(
        range,
        'term-in-thread',
        'Threads are not searched by words; name a field, as in turn_count:>5.',
      ),
    ];
  }
  if (inFeedback)
    return [
      problemAt(range, 'term-in-group', 'Inside the braces stand conditions such as score:>0.5 of a key.'),
    ];
  if (word.text.trim() === '')
    return [problemAt(range, 'empty-term', 'There is nothing to search for in these quotes.')];
  if (!word.wildcard) return [];
  return [
    problemAt(range, 'wildcard-in-term', 'Wildcards need a field, as in name:doc*; or quote the star.'),
  ];
}

function unknownField({ field: { name, path } }: BarClause, scope: Scope): string {
  const known = findBarField(name);
  if (known && path.length > 0) return `"${name}" has no parts; write ${name}:… alone.`;
  if (known) return `"${name}" wants a part, as in ${name}.cache_read:>100.`;
  const near = nearest(
    name,
    BAR_FIELDS.filter(({ scopes }) => scopes.includes(scope)).map((field) => field.name),
  );
  return near
    ? `"${name}" is no field; "${near}" is.`
    : `"${name}" is no field; to search for a text with a colon, put it in quotes.`;
}

function wrongScope(name: string, scope: Scope): string {
  return scope === 'thread'
    ? `"${name}" is about runs; ask for it in the scope of any run.`
    : `"${name}" is about whole threads; ask for it in the scope of the thread.`;
}
