import { findRows, type Finder } from './find-rows.ts';
import type { Row, StoreQuery, ThreadGroup } from './types.ts';

export function threadsOf(finder: Finder, query: StoreQuery): readonly ThreadGroup[] {
  const { table } = finder.sources;
  const { rows } = findRows(finder, { ...query, isRoot: true }, { order: 'asc' });
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const thread = table.thread.codes[row]!;
    if (thread < 0) continue;
    const group = groups.get(thread);
    if (group) group.push(row);
    else groups.set(thread, [row]);
  }
  return [...groups]
    .map(([thread, rootRows]) => ({
      threadId: table.threads.word(thread),
      rootRows,
      lastActivity: table.start[rootRows.at(-1)!]!,
    }))
    .toSorted((a, b) => b.lastActivity - a.lastActivity || (a.threadId < b.threadId ? -1 : 1));
}
