import type { Problem } from '../filter/ast.ts';
import { barToFilter } from '../filter/bar/bar-to-filter.ts';
import type { Remark } from '../filter/bar/remark.ts';
import { barFixes } from '../filter/bar/bar-fixes.ts';
import { lintBar } from '../filter/bar/lint-bar.ts';
import type { Dialect } from '../filter/dialect.ts';
import type { Scope } from '../filter/field.ts';
import type { EditorLanguage } from './editor-language.ts';

/** The syntax of LangSmith's search bar. In a chunk of its own: few people use it. */
export function barLanguage(scope: Scope, dialect: Dialect): EditorLanguage {
  return {
    name: 'bar',
    diagnose: (text) => barProblems(text, scope, dialect),
    fixesFor: barFixes,
    spare: (_text, offset, problems) => spareBarTyping(offset, problems),
    format: undefined,
  };
}

/** Faults, what the API cannot be asked, what a server makes of the rest, differences. */
function barProblems(text: string, scope: Scope, dialect: Dialect): readonly Problem[] {
  const { problems, untranslated, notes } = barToFilter(text, scope);
  const isSaid = ({ from, to }: Remark) =>
    problems.some((each) => each.severity === 'error' && each.from < to && from < each.to);
  return [
    ...problems,
    ...untranslated.filter((remark) => !isSaid(remark)).map((remark) => leftOut(remark)),
    ...lintBar(text, dialect, scope),
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
