import type { Problem } from '../filter/ast.ts';
import { barToFilter } from '../filter/bar/bar-to-filter.ts';
import type { Remark } from '../filter/bar/remark.ts';
import type { Scope } from '../filter/field.ts';
import type { EditorLanguage } from './editor-language.ts';

/** The syntax of LangSmith's search bar. In a chunk of its own: few people use it. */
export function barLanguage(scope: Scope): EditorLanguage {
  return {
    name: 'bar',
    diagnose: (text) => barProblems(text, scope),
    spare: (_text, offset, problems) => spareBarTyping(offset, problems),
    format: undefined,
  };
}

/** All there is to say about a text of the search bar: faults, what the API cannot be asked, differences. */
function barProblems(text: string, scope: Scope): readonly Problem[] {
  const { problems, untranslated, notes } = barToFilter(text, scope);
  const isSaid = ({ from, to }: Remark) =>
    problems.some((each) => each.severity === 'error' && each.from < to && from < each.to);
  return [
    ...problems,
    ...untranslated.filter((remark) => !isSaid(remark)).map((remark) => leftOut(remark)),
    ...notes.map(({ from, to, reason }) => problem({ from, to }, 'said-differently', reason, 'info')),
  ].toSorted((a, b) => a.from - b.from || a.to - b.to);
}

const leftOut = ({ from, to, text, reason }: Remark) =>
  problem({ from, to }, 'not-asked', `“${text}” is not asked. ${reason}`, 'warning');

const problem = (
  { from, to }: Pick<Problem, 'from' | 'to'>,
  code: string,
  message: string,
  severity: Problem['severity'],
): Problem => ({ from, to, code, message, severity });

/** A word that is being typed is not complained about. */
function spareBarTyping(offset: number, problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ from, to }) => !(from <= offset && offset <= to));
}
