import type { Comparison, Expression } from '../../../filter/ast.ts';
import { check } from '../../../filter/check.ts';
import { compareScalar } from '../../../filter/compare-scalar.ts';
import type { EvaluableFeedback, EvaluableRun } from '../../../filter/evaluable-run.ts';
import { evaluatePairs } from '../../../filter/evaluate-pairs.ts';
import { isUsable } from '../../../filter/is-usable.ts';
import { parse } from '../../../filter/parse.ts';
import { resolveField } from '../../../filter/resolve-field.ts';
import type { ItemValue } from '../../../filter/flatten.ts';
import { HttpError } from '../http/http-error.ts';
import type { StoredFeedback } from '../store/types.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { durationSeconds, type ThreadSummary } from './thread-summary.ts';

export type ThreadTest = (summary: ThreadSummary, feedback: () => readonly EvaluableFeedback[]) => boolean;

/** `thread_filter`: the language of filters over the summary of a thread (UNKNOWNS U15). */
export function readThreadFilter(text: string | null | undefined): ThreadTest | undefined {
  if (text === null || text === undefined || text.trim() === '') return undefined;
  const { tree, problems } = parse(text);
  const errors = [...problems, ...check(tree, 'thread')].filter((problem) => problem.severity === 'error');
  if (errors.length > 0 || !tree) {
    const list = errors.map((problem) => `${problem.message} (at offset ${problem.from})`).join('; ');
    throw new HttpError(400, `Failed to parse thread_filter: ${list}`);
  }
  return (summary, feedback) => holds(tree, summary, feedback);
}

function holds(
  tree: Expression,
  thread: ThreadSummary,
  feedback: () => readonly EvaluableFeedback[],
): boolean {
  switch (tree.kind) {
    case 'logical':
      if (tree.op === 'and') return allHold(tree.args, thread, feedback);
      if (tree.op === 'or') return tree.args.some((arg) => holds(arg, thread, feedback));
      return !tree.args.every((arg) => holds(arg, thread, feedback));
    case 'comparison':
      return allHold([tree], thread, feedback);
    default:
      return false;
  }
}

/** Comparisons on feedback that stand in one `and` speak of one record (FILTER-LANGUAGE §7). */
function allHold(
  args: readonly Expression[],
  thread: ThreadSummary,
  feedback: () => readonly EvaluableFeedback[],
): boolean {
  const pairs = args.filter((arg): arg is Comparison => arg.kind === 'comparison' && isPair(arg));
  const others = args.filter((arg) => !pairs.some((pair) => pair === arg));
  const alone = others.every((arg) =>
    arg.kind === 'comparison' ? compare(arg, thread) : holds(arg, thread, feedback),
  );
  return alone && (pairs.length === 0 || evaluatePairs(pairs, withFeedback(feedback())));
}

function isPair(comparison: Comparison): boolean {
  return resolveField(comparison.field.name)?.pair !== undefined;
}

function compare(comparison: Comparison, thread: ThreadSummary): boolean {
  const field = resolveField(comparison.field.name);
  const actual = ACTUAL[comparison.field.name]?.(thread);
  if (!field || !isUsable(comparison)) return false;
  if (comparison.value.kind === 'null') return (actual === undefined) === (comparison.op === 'eq');
  return compareScalar(field, comparison, actual);
}

const ACTUAL: Readonly<Record<string, (thread: ThreadSummary) => ItemValue | undefined>> = {
  thread_id: (thread) => thread.threadId,
  turn_count: (thread) => thread.turns,
  num_errored_turns: (thread) => thread.erroredTurns,
  thread_duration: durationSeconds,
  trace_latency_p50: (thread) => thread.latencyP50 ?? undefined,
  trace_latency_p99: (thread) => thread.latencyP99 ?? undefined,
  total_tokens: (thread) => thread.usage.total_tokens,
  prompt_tokens: (thread) => thread.usage.prompt_tokens,
  completion_tokens: (thread) => thread.usage.completion_tokens,
  total_cost: (thread) => thread.usage.total_cost ?? undefined,
  prompt_cost: (thread) => thread.usage.prompt_cost ?? undefined,
  completion_cost: (thread) => thread.usage.completion_cost ?? undefined,
};

/** All feedback given to any run of the thread's traces. */
export function threadFeedback(workspace: Workspace, summary: ThreadSummary): readonly EvaluableFeedback[] {
  const { store } = workspace;
  const runIds = summary.traceIds.flatMap((traceId) =>
    store.traceRows(traceId).map((row) => store.keysetOf(row).id),
  );
  return store.listFeedback({ runIds }).map(evaluable);
}

function evaluable({ key, score, value, comment }: StoredFeedback): EvaluableFeedback {
  const label = typeof value === 'object' ? undefined : value;
  return {
    key,
    ...(score !== null && { score: Number(score) }),
    ...(label !== undefined && { value: label }),
    ...(comment !== null && { comment }),
  };
}

/** The pair rules are written for runs; of a thread only its feedback takes part. */
function withFeedback(feedback: readonly EvaluableFeedback[]): EvaluableRun {
  return {
    id: '',
    traceId: '',
    projectId: '',
    threadIds: [],
    isRoot: true,
    name: '',
    runType: '',
    status: '',
    startTime: 0,
    tags: [],
    metadata: [],
    inputs: [],
    outputs: [],
    feedback,
  };
}
