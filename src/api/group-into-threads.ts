/** Root runs to thread summaries, latest activity first; runs without a thread are no turn of any. */
import type { ThreadSummary } from '../contract/api.ts';
import type { Run } from '../contract/run.ts';
import { percentile } from '../lib/percentile.ts';
import { mergeFeedback } from './merge-feedback.ts';

/** Undefined when no turn says its number: nothing was measured, not zero. */
function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined);
  return known.length > 0 ? known.reduce((total, number) => total + number, 0) : undefined;
}

function summary(threadId: string, turns: readonly Run[], isPartial: boolean): ThreadSummary {
  const ordered = turns.toSorted((a, b) => a.startTime - b.startTime);
  const failed = ordered.filter(({ status }) => status === 'error');
  const latencies = turns.flatMap(({ latencySeconds }) => latencySeconds ?? []);
  const latencyAt = (q: number) => percentile(Float64Array.from(latencies), q);
  return {
    threadId,
    turns: turns.length,
    erroredTurns: failed.length,
    startTime: ordered[0]?.startTime,
    lastTime: ordered.at(-1)?.startTime,
    totalTokens: sumOf(turns.map(({ totalTokens }) => totalTokens)),
    totalCost: sumOf(turns.map(({ totalCost }) => totalCost)),
    firstInput: ordered[0]?.inputsPreview,
    lastOutput: ordered.at(-1)?.outputsPreview,
    lastError: failed.at(-1)?.errorPreview,
    latencyP50: latencyAt(0.5),
    latencyP99: latencyAt(0.99),
    feedback: mergeFeedback(turns.map(({ feedback }) => feedback)),
    ...(isPartial ? { isPartial: true } : {}),
  };
}

/** `cut`: threads with older turns than these. */
export function groupIntoThreads(roots: readonly Run[], cut: ReadonlySet<string>): readonly ThreadSummary[] {
  const groups = new Map<string, Run[]>();
  for (const run of roots) {
    if (run.threadId === undefined) continue;
    const turns = groups.get(run.threadId);
    if (turns) turns.push(run);
    else groups.set(run.threadId, [run]);
  }
  return [...groups]
    .map(([threadId, turns]) => summary(threadId, turns, cut.has(threadId)))
    .toSorted((a, b) => (b.lastTime ?? 0) - (a.lastTime ?? 0));
}
