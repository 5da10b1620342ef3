import type { Expression } from '../../../filter/ast.ts';
import { check } from '../../../filter/check.ts';
import { parse } from '../../../filter/parse.ts';
import { HttpError } from '../http/http-error.ts';

export type FilterArgument = 'filter' | 'trace_filter' | 'tree_filter' | 'thread_filter';

/**
 * A filter argument, parsed and checked. Blank is no filter. Warnings are not errors: the engine
 * evaluates more than production does, and the editor tells people about the difference.
 */
export function readFilter(
  argument: FilterArgument,
  text: string | null | undefined,
): Expression | undefined {
  if (text === null || text === undefined || text.trim() === '') return undefined;
  const objections = objectionsTo(text);
  if (objections.length > 0) {
    throw new HttpError(400, `Failed to parse ${argument}: ${objections.join('; ')}`);
  }
  return parse(text).tree;
}

/** What is wrong with a filter, one sentence each, with its place; empty when it can be used. */
export function objectionsTo(text: string): readonly string[] {
  const { tree, problems } = parse(text);
  return [...problems, ...check(tree)]
    .filter((problem) => problem.severity === 'error')
    .map((problem) => `${problem.message} (at offset ${problem.from})`);
}
