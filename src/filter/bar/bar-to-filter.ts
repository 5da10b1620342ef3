/**
 * LangSmith's search bar → the language of its API (FILTER-LANGUAGE §13). The API has no not(), so denials
 * are moved inwards to the operators. What it cannot say is left out and named, in such a way that the
 * filter then finds more than the bar would, never less.
 */
import type { Expression, Problem } from '../ast.ts';
import type { Scope } from '../field.ts';
import { print } from '../print.ts';
import { translateFeedbackGroup } from './bar-feedback-group.ts';
import { translateField } from './bar-fields-to-filter.ts';
import { ItemTranslator } from './bar-items.ts';
import { barSubjectOf } from './bar-subject.ts';
import type { BarClause, BarExpression, BarTerm } from './bar-tree.ts';
import { all, any, search } from './build-filter.ts';
import { checkBar, checkBarClause } from './check-bar.ts';
import { mergeDenials } from './merge-denials.ts';
import { parseBar } from './parse-bar.ts';
import { DIFFERENCES, RemarkBook, type Remarks } from './remark.ts';

export interface BarAsFilter extends Remarks {
  /** In the API language; empty when nothing was asked or nothing could be said. */
  readonly filter: string;
  /** Of the bar text itself: parts with an error are left out and named. */
  readonly problems: readonly Problem[];
}

export function barToFilter(text: string, scope: Scope = 'run'): BarAsFilter {
  const { tree, problems } = parseBar(text);
  const book = new RemarkBook(text);
  const filter = tree && new Translator(book, scope).translate(tree, false);
  for (const problem of problems) if (problem.severity === 'error') book.leaveOut(problem, problem.message);
  return {
    filter: filter ? print(filter) : '',
    ...book.remarks,
    problems: [...problems, ...checkBar(tree, scope)].toSorted((a, b) => a.from - b.from || a.to - b.to),
  };
}

class Translator {
  readonly #book: RemarkBook;
  readonly #scope: Scope;
  readonly #items: ItemTranslator;

  constructor(book: RemarkBook, scope: Scope) {
    this.#book = book;
    this.#scope = scope;
    this.#items = new ItemTranslator(book);
  }

  translate(tree: BarExpression, isDenied: boolean): Expression | undefined {
    switch (tree.kind) {
      case 'and':
      case 'or':
        return (tree.kind === 'and') === isDenied
          ? this.#either(tree, isDenied)
          : this.#every(tree, isDenied);
      case 'not':
        return this.translate(tree.part, !isDenied);
      case 'term':
        return this.#term(tree, isDenied);
      case 'clause':
        return this.#clause(tree, isDenied);
      default:
        return undefined;
    }
  }

  #every(tree: Extract<BarExpression, { kind: 'and' | 'or' }>, isDenied: boolean): Expression | undefined {
    const canMerge = !isDenied && this.#scope === 'run';
    const { merged, rest } = canMerge
      ? mergeDenials(tree.parts, this.#book)
      : { merged: [], rest: tree.parts };
    const parts = [...rest.flatMap((part) => this.translate(part, isDenied) ?? []), ...merged];
    return parts.length > 0 ? all(parts) : undefined;
  }

  /** Without one of its alternatives it would find too little, so it falls as a whole. */
  #either(tree: Extract<BarExpression, { kind: 'and' | 'or' }>, isDenied: boolean): Expression | undefined {
    const parts = tree.parts.map((part) => this.translate(part, isDenied));
    if (parts.every((part) => part !== undefined)) return any(parts);
    return this.#book.leaveOut(
      tree,
      'One of these alternatives cannot be said, so all of them are left out.',
    );
  }

  #term({ from, to, word }: BarTerm, isDenied: boolean): Expression | undefined {
    const range = { from, to };
    if (isDenied)
      return this.#book.leaveOut(
        range,
        'The API language cannot ask for runs without a word; deny a field, as in -input:~word.',
      );
    const [problem] = checkBar({ kind: 'term', from, to, word }, this.#scope);
    if (problem) return this.#book.leaveOut(range, problem.message);
    if (/\S\s+\S/.test(word.text)) this.#book.note(range, DIFFERENCES.phrase);
    return search(word.text);
  }

  #clause(clause: BarClause, isDenied: boolean): Expression | undefined {
    const problem = checkBarClause(clause, this.#scope).find(({ severity }) => severity === 'error');
    if (problem) return this.#book.leaveOut(clause, problem.message);
    const subject = barSubjectOf(clause.field);
    switch (subject.kind) {
      case 'field':
        return translateField({ clause, field: subject.field, isDenied, book: this.#book });
      case 'any-feedback':
        return translateFeedbackGroup(clause, isDenied, this.#book, this.#items);
      case 'unknown':
        return undefined;
      default:
        if (clause.match.kind === 'pattern' && subject.kind === 'path')
          this.#book.note(clause, DIFFERENCES.patternOnPath);
        return isDenied ? this.#items.negative(clause, subject) : this.#items.positive(clause, subject);
    }
  }
}
