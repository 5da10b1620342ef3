import type { Problem } from '../filter/ast.ts';
import { check } from '../filter/check.ts';
import { parse } from '../filter/parse.ts';

/** Everything to say about a filter text, in the order of the text. A blank text is no filter and has no problem. */
export function filterProblems(text: string): readonly Problem[] {
  if (text.trim() === '') return [];
  const { tree, problems } = parse(text);
  return [...problems, ...check(tree)].toSorted((a, b) => a.from - b.from || a.to - b.to);
}

export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');
