import type { Expression } from '../../../filter/ast.ts';
import type { Keyset, StoreQuery, ThreadGroup } from '../store/types.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readFilter } from './read-filter.ts';
import { readThreadFilter, threadFeedback } from './thread-filter.ts';
import { summarize, type ThreadSummary } from './thread-summary.ts';

export interface ThreadQuestion {
  readonly scope: StoreQuery;
  readonly filter?: string | null;
  readonly traceFilter?: string | null;
  readonly treeFilter?: string | null;
  readonly threadFilter?: string | null;
}

export interface ThreadPage {
  readonly threads: readonly ThreadSummary[];
  readonly last: Keyset | undefined;
  readonly hasMore: boolean;
}

/**
 * Threads with activity in the scope, newest first. Each filter alone asks for some trace of the
 * thread, so two filters may be satisfied by two traces (FILTER-LANGUAGE §8); the summary always
 * covers all turns in the scope, not only the matching ones.
 */
export function findThreads(
  workspace: Workspace,
  question: ThreadQuestion,
  after: Keyset | undefined,
  limit: number,
): ThreadPage {
  const test = readThreadFilter(question.threadFilter);
  const matching = threadsMatching(workspace, question);
  const found: { readonly group: ThreadGroup; readonly summary: ThreadSummary }[] = [];
  for (const group of workspace.store.threads(question.scope).toSorted(newestFirst)) {
    if (found.length > limit) break;
    if (after && !comesAfter(group, after)) continue;
    if (!matching.every((ids) => ids.has(group.threadId))) continue;
    const summary = summarize(workspace, group);
    if (test && !test(summary, () => threadFeedback(workspace, summary))) continue;
    found.push({ group, summary });
  }
  const page = found.slice(0, limit);
  const last = page.at(-1)?.group;
  return {
    threads: page.map(({ summary }) => summary),
    last: last && { startTime: last.lastActivity, id: last.threadId },
    hasMore: found.length > limit,
  };
}

function threadsMatching(workspace: Workspace, question: ThreadQuestion): readonly ReadonlySet<string>[] {
  const filter = readFilter('filter', question.filter);
  const traceFilter = readFilter('trace_filter', question.traceFilter);
  const treeFilter = readFilter('tree_filter', question.treeFilter);
  const ids = (condition: Partial<Record<'filter' | 'traceFilter' | 'treeFilter', Expression>>) =>
    new Set(workspace.store.threads({ ...question.scope, ...condition }).map((group) => group.threadId));
  return [
    ...(filter ? [ids({ filter })] : []),
    ...(traceFilter ? [ids({ traceFilter })] : []),
    ...(treeFilter ? [ids({ treeFilter })] : []),
  ];
}

function newestFirst(a: ThreadGroup, b: ThreadGroup): number {
  return b.lastActivity - a.lastActivity || (a.threadId < b.threadId ? 1 : -1);
}

function comesAfter(group: ThreadGroup, { startTime, id }: Keyset): boolean {
  return group.lastActivity < startTime || (group.lastActivity === startTime && group.threadId < id);
}
