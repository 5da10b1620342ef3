import type { Expression, Problem } from '../ast.ts';
import { type Dialect, isOlderThan } from '../dialect.ts';
import type { Scope } from '../field.ts';
import { problemAt } from '../token.ts';

type Server = Extract<Dialect, { kind: 'server' }>;

/** Characters up to which filters have been seen to work (UNKNOWNS U20: the real limit is unknown). */
const SAFE_LENGTH = 8192;

/** The filter as a whole: its length, and whether the server has such filters at all. */
export function doubtsAboutSize(tree: Expression, server: Server, scope: Scope): readonly Problem[] {
  const problems: Problem[] = [];
  if (tree.to - tree.from > SAFE_LENGTH) {
    const message = `How long LangSmith lets a filter be is unknown; this one has ${tree.to - tree.from} characters, and ${SAFE_LENGTH} are safe.`;
    problems.push(problemAt({ from: tree.from, to: tree.from + 1 }, 'long-filter', message, 'info'));
  }
  const lacksThreads = server.generation === 'v1' || isOlderThan(server.version, 0, 17);
  if (scope === 'thread' && lacksThreads) {
    const message =
      'Thread filters need the second API and a server of version 0.17; this one will refuse it.';
    problems.push(problemAt(tree, 'needs-newer-server', message, 'warning'));
  }
  return problems;
}
