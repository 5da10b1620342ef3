import type { Problem } from '../ast.ts';
import { diagnose } from '../diagnose.ts';
import type { Dialect } from '../dialect.ts';
import type { Scope } from '../field.ts';
import { problemAt } from '../token.ts';
import { barToFilter } from './bar-to-filter.ts';
import { parseBar } from './parse-bar.ts';

/**
 * What a server makes of the filter that a search-bar query becomes, said of the part of the bar that
 * becomes it: the filter itself stands nowhere in the text.
 */
export function lintBar(text: string, dialect: Dialect, scope: Scope = 'run'): readonly Problem[] {
  const { tree } = parseBar(text);
  const parts = tree?.kind === 'and' ? tree.parts : tree ? [tree] : [];
  return parts.flatMap(({ from, to }) => {
    const { filter } = barToFilter(text.slice(from, to), scope);
    const messages = new Map(
      diagnose(filter, { scope, dialect }).map((problem) => [problem.message, problem] as const),
    );
    return [...messages.values()]
      .filter(({ severity }) => severity !== 'error')
      .map(({ code, severity, message }) => problemAt({ from, to }, code, message, severity));
  });
}
