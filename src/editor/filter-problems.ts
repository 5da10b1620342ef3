import type { Problem } from '../filter/ast.ts';
import { diagnose } from '../filter/diagnose.ts';
import type { Dialect } from '../filter/dialect.ts';

export { hasErrors } from '../filter/diagnose.ts';

/**
 * Everything to say about a filter text, in the order of the text. A blank text is no filter and has no
 * problem. `dialect`: who will answer; a LangSmith server refuses more than the engine does.
 */
export function filterProblems(text: string, dialect?: Dialect): readonly Problem[] {
  if (text.trim() === '') return [];
  return diagnose(text, { dialect }).toSorted((a, b) => a.from - b.from || a.to - b.to);
}
