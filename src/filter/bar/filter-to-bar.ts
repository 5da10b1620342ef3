/**
 * The language of LangSmith's API → its search bar (FILTER-LANGUAGE §13). What the bar cannot say is left
 * out and named, in such a way that the bar then finds more than the filter would, never less.
 */
import type { Comparison, Expression, Logical, Problem, Search } from '../ast.ts';
import { check } from '../check.ts';
import { clausesOf, isPairComparison } from '../clauses.ts';
import { metadataPath } from '../dotted-field.ts';
import type { Scope } from '../field.ts';
import { metadataObject } from '../metadata-object.ts';
import { parse } from '../parse.ts';
import { searchTerms } from '../search-text.ts';
import type { BarExpression } from './bar-tree.ts';
import { EXISTS, barClause, barJoin, barNot, barTerm, isWord, typedWord } from './build-bar.ts';
import { denialToBar } from './denial-to-bar.ts';
import { fieldToBar } from './filter-fields-to-bar.ts';
import { clauseToBar } from './filter-items-to-bar.ts';
import { mergeRanges } from './merge-ranges.ts';
import { pathToBar } from './path-to-bar.ts';
import { printBar } from './print-bar.ts';
import { RemarkBook, type Remarks } from './remark.ts';

export interface FilterAsBar extends Remarks {
  /** In the bar's syntax; empty when nothing was asked or nothing could be said. */
  readonly bar: string;
  /** Of the filter text itself: a clause with an error is left out and named. */
  readonly problems: readonly Problem[];
}

export function filterToBar(text: string, scope: Scope = 'run'): FilterAsBar {
  if (text.trim() === '') return { bar: '', untranslated: [], notes: [], problems: [] };
  const { tree, problems } = parse(text);
  const found = [...problems, ...check(tree, scope)];
  // not() is refused by servers, yet its meaning is known and the bar has a word for it.
  const errors = found.filter(({ severity, code }) => severity === 'error' && code !== 'not-refused');
  const book = new RemarkBook(text);
  const bar = tree && new Translator(book, errors, scope).translate(tree, true);
  for (const problem of problems) if (problem.severity === 'error') book.leaveOut(problem, problem.message);
  return { bar: bar ? printBar(bar) : '', ...book.remarks, problems: found };
}

class Translator {
  readonly #book: RemarkBook;
  readonly #errors: readonly Problem[];
  readonly #scope: Scope;

  constructor(book: RemarkBook, errors: readonly Problem[], scope: Scope) {
    this.#book = book;
    this.#errors = errors;
    this.#scope = scope;
  }

  translate(tree: Expression, mayWiden: boolean): BarExpression | undefined {
    switch (tree.kind) {
      case 'comparison':
        return this.#every([tree], mayWiden);
      case 'search':
        return this.#search(tree);
      case 'invalid':
        return undefined;
      default:
        return this.#logical(tree, mayWiden);
    }
  }

  #logical(tree: Logical, mayWiden: boolean): BarExpression | undefined {
    if (tree.args.length === 0) return undefined;
    if (tree.op === 'and') return this.#every(tree.args, mayWiden);
    if (tree.op === 'or') return this.#either(tree, mayWiden);
    const inner = this.#every(tree.args, false);
    return inner
      ? barNot(inner)
      : this.#book.leaveOut(tree, 'Not all of this can be said, so its denial is left out as a whole.');
  }

  #either(tree: Logical, mayWiden: boolean): BarExpression | undefined {
    const short = denialToBar(tree, this.#book);
    if (short) return short;
    const parts = tree.args.map((arg) => this.translate(arg, mayWiden));
    if (parts.every((part) => part !== undefined)) return barJoin('or', parts);
    return this.#book.leaveOut(
      tree,
      'One of these alternatives cannot be said, so all of them are left out.',
    );
  }

  /** The arguments of one and(): what belongs to one item is weighed together, all else alone. */
  #every(args: readonly Expression[], mayWiden: boolean): BarExpression | undefined {
    const pairs = args.filter((arg): arg is Comparison => arg.kind === 'comparison' && isPairComparison(arg));
    const clauses = new Map(clausesOf(pairs).map((clause) => [clause.members[0]!, clause]));
    let isWhole = true;
    const parts = args.flatMap((arg) => {
      const isPair = arg.kind === 'comparison' && isPairComparison(arg);
      const clause = isPair ? clauses.get(arg) : undefined;
      if (isPair && !clause) return [];
      const wrong = (clause?.members ?? [arg]).find(
        (each) => each.kind === 'comparison' && this.#isWrong(each),
      );
      const part = wrong
        ? undefined
        : clause
          ? clauseToBar(clause, this.#book, mayWiden)
          : this.#alone(arg, mayWiden);
      if (!part) isWhole = false;
      return part ?? [];
    });
    if (parts.length === 0 || (!isWhole && !mayWiden)) return undefined;
    return barJoin('and', mergeRanges(parts));
  }

  #isWrong(comparison: Comparison): boolean {
    const problem = this.#errors.find(({ from, to }) => from >= comparison.from && to <= comparison.to);
    if (problem) this.#book.leaveOut(comparison, problem.message);
    return problem !== undefined;
  }

  #alone(arg: Expression, mayWiden: boolean): BarExpression | undefined {
    if (arg.kind !== 'comparison') return this.translate(arg, mayWiden);
    if (metadataPath(arg.field.name) !== undefined) return pathToBar(arg, this.#book);
    return arg.field.name === 'metadata' ? this.#metadata(arg) : fieldToBar(arg, this.#book);
  }

  #metadata(comparison: Comparison): BarExpression | undefined {
    const { op, value } = comparison;
    if (value.kind !== 'string') return undefined;
    if (op === 'exists') return barClause('metadata', value.value.split('.'), EXISTS);
    const items = metadataObject(value.value) ?? [];
    const values = items.flatMap((item) =>
      item.value === undefined ? [] : [{ path: item.path, value: item.value }],
    );
    if (values.length < items.length || items.length === 0) {
      return this.#book.leaveOut(
        comparison,
        'The bar cannot ask for a metadata key that holds null, or for nothing.',
      );
    }
    return barJoin(
      'and',
      values.map((item) => barClause('metadata', item.path.split('.'), isWord(typedWord(item.value)))),
    );
  }

  /** Words in any order, as search means them; a phrase would mind the order. */
  #search(tree: Search): BarExpression | undefined {
    if (this.#scope === 'thread') return this.#book.leaveOut(tree, 'Threads are not searched by words.');
    const terms = searchTerms(tree.text.value);
    if (terms.length > 0) return barJoin('and', terms.map(barTerm));
    return this.#book.leaveOut(tree, 'There is nothing to search for.');
  }
}
