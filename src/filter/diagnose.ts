/** Everything to say about a filter text, in the order of the text: one door for editors. */
import type { Problem } from './ast.ts';
import { check } from './check.ts';
import { type Dialect, LOCAL } from './dialect.ts';
import type { Scope } from './field.ts';
import { indexLimits } from './indexing.ts';
import { parse } from './parse.ts';
import { isDoubtOfParser, lint } from './portability.ts';
import { spareTyping } from './spare-typing.ts';

export interface DiagnoseOptions {
  readonly scope?: Scope;
  /** Who will read the filter; without it nothing is said about servers. */
  readonly dialect?: Dialect;
  /** Where a person is writing; what is only unfinished there is not complained about. */
  readonly typingAt?: number;
}

/** A blank text is no filter and has no problem. */
export function diagnose(text: string, options: DiagnoseOptions = {}): readonly Problem[] {
  if (text.trim() === '') return [];
  const { scope = 'run', dialect = LOCAL, typingAt } = options;
  const { tree, problems } = parse(text);
  const found = [
    ...(dialect.kind === 'local' ? problems.filter((problem) => !isDoubtOfParser(problem)) : problems),
    ...check(tree, scope),
    ...lint(tree, dialect, scope),
    ...indexLimits(tree, dialect),
  ].toSorted((a, b) => a.from - b.from || a.to - b.to);
  return typingAt === undefined ? found : spareTyping(text, typingAt, found);
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
