/** The plainest reading of a predicate: what an engine has to agree with. */
import type { EvaluableRun } from '../evaluable-run.ts';
import type { PairGroup, PairPart } from '../field.ts';
import type { ItemValue } from '../flatten.ts';
import { passes } from '../passes.ts';
import type { Predicate, RunField, Test } from '../predicate.ts';
import { matchesTerms, searchText, textOfItems } from '../search-text.ts';

export function interpretPredicate(predicate: Predicate, run: EvaluableRun): boolean {
  switch (predicate.kind) {
    case 'constant':
      return predicate.holds;
    case 'and':
      return predicate.parts.every((part) => interpretPredicate(part, run));
    case 'or':
      return predicate.parts.some((part) => interpretPredicate(part, run));
    case 'not':
      return !interpretPredicate(predicate.part, run);
    case 'search':
      return matchesTerms(predicate.terms, searchText(run));
    case 'tag':
      return run.tags.some((tag) => passes(predicate.test, tag));
    case 'some':
      return itemsOf(predicate.group, run).some((item) =>
        predicate.where.every(({ on, test }) => passes(test, item[on])),
      );
    default:
      return predicate.field === 'thread_id'
        ? passesForThreads(predicate.test, run.threadIds)
        : passes(predicate.test, ACTUAL[predicate.field](run));
  }
}

/** A positive test needs one thread id that passes, a negative needs all. */
function passesForThreads(test: Test, ids: readonly string[]): boolean {
  if (test.op === 'missing' || test.op === 'present') return (ids.length === 0) === (test.op === 'missing');
  return test.op === 'neq' || test.op === 'notlike'
    ? ids.every((id) => passes(test, id))
    : ids.some((id) => passes(test, id));
}

type ItemParts = Readonly<Partial<Record<PairPart, ItemValue | undefined>>>;

function itemsOf(group: PairGroup, run: EvaluableRun): readonly ItemParts[] {
  if (group === 'feedback') return run.feedback.map((feedback) => ({ ...feedback }));
  const items = { metadata: run.metadata, input: run.inputs, output: run.outputs }[group];
  return items.map(({ path, value }) => ({ key: path, value }));
}

const ACTUAL: Readonly<Record<Exclude<RunField, 'thread_id'>, (run: EvaluableRun) => ItemValue | undefined>> =
  {
    id: (run) => run.id,
    trace_id: (run) => run.traceId,
    parent_run_id: (run) => run.parentId,
    session_id: (run) => run.projectId,
    reference_example_id: (run) => run.referenceExampleId,
    name: (run) => run.name,
    run_type: (run) => run.runType,
    status: (run) => run.status,
    error: (run) => run.error,
    is_root: (run) => run.isRoot,
    start_time: (run) => run.startTime,
    end_time: (run) => run.endTime,
    latency: (run) => run.latencySeconds,
    first_token_time: (run) => run.firstTokenSeconds,
    total_tokens: (run) => run.totalTokens,
    prompt_tokens: (run) => run.promptTokens,
    completion_tokens: (run) => run.completionTokens,
    total_cost: (run) => run.totalCost,
    prompt_cost: (run) => run.promptCost,
    completion_cost: (run) => run.completionCost,
    inputs: (run) => textOfItems(run.inputs),
    outputs: (run) => textOfItems(run.outputs),
  };
