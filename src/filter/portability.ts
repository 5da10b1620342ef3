/**
 * What a server of LangSmith's makes of a filter that is right by the documents (FILTER-LANGUAGE §4-§6,
 * §9, UNKNOWNS U1-U9). Warning: production is known to refuse it. Info: nobody has shown that it works.
 * A local engine takes everything; only of names that no document has it is said that they are not portable.
 */
import type { Expression, Problem } from './ast.ts';
import type { Dialect } from './dialect.ts';
import type { Scope } from './field.ts';
import { doubtsAboutClauses } from './portability/clause-doubts.ts';
import { doubtsAboutComparison } from './portability/comparison-doubts.ts';
import { doubtsAboutDots } from './portability/dotted-doubts.ts';
import { doubtsAboutSize } from './portability/size-doubts.ts';
import { doubtsAboutValues } from './portability/value-doubts.ts';
import { walk } from './walk.ts';

export function lint(
  tree: Expression | undefined,
  dialect: Dialect,
  scope: Scope = 'run',
): readonly Problem[] {
  if (!tree) return [];
  if (dialect.kind === 'local') return doubtsAboutDots(tree);
  const found = [...walk(tree)].flatMap((node): readonly Problem[] => {
    if (node.kind === 'comparison') {
      return [...doubtsAboutComparison(node, dialect), ...doubtsAboutValues(node)];
    }
    return node.kind === 'logical' && node.op === 'and' ? doubtsAboutClauses(node) : [];
  });
  return [...found, ...doubtsAboutSize(tree, dialect, scope)].toSorted(
    (a, b) => a.from - b.from || a.to - b.to,
  );
}

/** Of the warnings that parsing gives, those that only a server's reader need mind. */
const PARSER_DOUBTS = new Set(['literal-case', 'escape-in-single-quotes', 'quoted-field']);

export function isDoubtOfParser({ code, severity }: Problem): boolean {
  return severity !== 'error' && PARSER_DOUBTS.has(code);
}
