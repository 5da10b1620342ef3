/** Root runs to thread summaries, latest activity first; runs without a thread are no turn of any. */
import type { ThreadSummary } from '../contract/api.ts';
import type { Run } from '../contract/run.ts';

/** Undefined when no turn says its number: nothing was measured, not zero. */
function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined);
  return known.length > 0 ? known.reduce((total, number) => total + number, 0) : undefined;
}

function summary(threadId: string, turns: readonly Run[]): ThreadSummary {
  const ordered = turns.toSorted((a, b) => a.startTime - b.startTime);
  return {
    threadId,
    turns: turns.length,
    erroredTurns: turns.filter(({ status }) => status === 'error').length,
    startTime: ordered[0]?.startTime,
    lastTime: ordered.at(-1)?.startTime,
    totalTokens: sumOf(turns.map(({ totalTokens }) => totalTokens)),
    totalCost: sumOf(turns.map(({ totalCost }) => totalCost)),
    firstInput: ordered[0]?.inputsPreview,
    lastOutput: ordered.at(-1)?.outputsPreview,
    lastError: ordered.at(-1)?.errorPreview,
    feedback: {},
  };
}

export function groupIntoThreads(roots: readonly Run[]): readonly ThreadSummary[] {
  const groups = new Map<string, Run[]>();
  for (const run of roots) {
    if (run.threadId === undefined) continue;
    const turns = groups.get(run.threadId);
    if (turns) turns.push(run);
    else groups.set(run.threadId, [run]);
  }
  return [...groups]
    .map(([threadId, turns]) => summary(threadId, turns))
    .toSorted((a, b) => (b.lastTime ?? 0) - (a.lastTime ?? 0));
}
