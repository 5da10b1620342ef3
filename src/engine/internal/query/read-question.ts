import { parse } from '../../../filter/parse.ts';
import type { Expression } from '../../../filter/ast.ts';
import { objectionsTo } from './read-filter.ts';

/**
 * The experimental `query` argument of v1 and `ai_query` of v2. There is no language model here: a
 * text that is a filter is used as one, anything else becomes a full-text search. The filter used is
 * told to the caller.
 */
export function readQuestion(
  text: string | null | undefined,
): { filter: string; tree: Expression } | undefined {
  const question = text?.trim();
  if (!question) return undefined;
  const filter = objectionsTo(question).length === 0 ? question : `search(${JSON.stringify(question)})`;
  const { tree } = parse(filter);
  return tree && { filter, tree };
}
