/**
 * The reference: does a filter hold for a run? Slow and obvious, straight on the tree, and on purpose
 * without lower() and its predicate, so that the two can be held against each other. It shares with
 * them only how one literal is read, how patterns match, and how a text is searched.
 */
import type { Comparison, Expression } from './ast.ts';
import { compareScalar } from './compare-scalar.ts';
import { metadataPath } from './dotted-field.ts';
import type { EvaluableRun } from './evaluable-run.ts';
import { evaluatePairs } from './evaluate-pairs.ts';
import type { Field } from './field.ts';
import type { Item, ItemValue } from './flatten.ts';
import { isUsable } from './is-usable.ts';
import { metadataObject } from './metadata-object.ts';
import { resolveField } from './resolve-field.ts';
import { matchesTerms, searchTerms, searchText, textOfItems } from './search-text.ts';

export function evaluate(tree: Expression, run: EvaluableRun): boolean {
  switch (tree.kind) {
    case 'invalid':
      return false;
    case 'search':
      return matchesTerms(searchTerms(tree.text.value), searchText(run));
    case 'comparison':
      return evaluateAll([tree], run);
    default:
      if (tree.args.length === 0) return false;
      if (tree.op === 'and') return evaluateAll(tree.args, run);
      if (tree.op === 'or') return tree.args.some((arg) => evaluate(arg, run));
      return !tree.args.every((arg) => evaluate(arg, run));
  }
}

/** The arguments of one and(): comparisons on pairs are weighed together, all else alone. */
function evaluateAll(args: readonly Expression[], run: EvaluableRun): boolean {
  const pairs: Comparison[] = [];
  for (const arg of args) {
    if (arg.kind !== 'comparison') {
      if (!evaluate(arg, run)) return false;
    } else if (resolveField(arg.field.name)?.pair) {
      pairs.push(arg);
    } else if (!evaluateAlone(arg, run)) {
      return false;
    }
  }
  return evaluatePairs(pairs, run);
}

function evaluateAlone(comparison: Comparison, run: EvaluableRun): boolean {
  const field = resolveField(comparison.field.name);
  if (!field?.scopes.includes('run') || !isUsable(comparison)) return false;
  if (field.type === 'json') return holdsForMetadata(comparison, run.metadata);
  if (field.name === 'error') return holdsForError(field, comparison, run);
  const actual = valuesOf(field, run);
  if (actual === undefined) return false;
  return holdsForAny(field, comparison, actual);
}

/**
 * For fields that have any number of values. neq and notlike are the complements of eq and like, so
 * they deny every value and hold where there is none; null is the absence of all values.
 */
function holdsForAny(field: Field, comparison: Comparison, actual: readonly ItemValue[]): boolean {
  const { op, value } = comparison;
  if (value.kind === 'null' && field.nullable && (op === 'eq' || op === 'neq')) {
    return (actual.length === 0) === (op === 'eq');
  }
  const results = actual.map((each) => compareScalar(field, comparison, each));
  if (op !== 'neq' && op !== 'notlike') return results.includes(true);
  return !results.includes(false);
}

/** Undefined for fields that mean nothing here. */
function valuesOf(field: Field, run: EvaluableRun): readonly ItemValue[] | undefined {
  const path = metadataPath(field.name);
  if (path !== undefined) {
    return run.metadata.flatMap((item) => (item.path === path ? (item.value ?? []) : []));
  }
  if (field.name === 'tags') return run.tags;
  if (field.name === 'thread_id') return run.threadIds;
  if (field.name === 'cursor') return undefined;
  const value = ACTUAL[field.name]?.(run);
  return value === undefined ? [] : [value];
}

const ACTUAL: Readonly<Record<string, (run: EvaluableRun) => ItemValue | undefined>> = {
  id: (run) => run.id,
  trace_id: (run) => run.traceId,
  parent_run_id: (run) => run.parentId,
  session_id: (run) => run.projectId,
  project_id: (run) => run.projectId,
  reference_example_id: (run) => run.referenceExampleId,
  name: (run) => run.name,
  run_type: (run) => run.runType,
  status: (run) => run.status,
  is_root: (run) => run.isRoot,
  execution_order: (run) => (run.isRoot ? 1 : undefined),
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

/** null, true and false ask whether the run failed; a text asks about the error text. */
function holdsForError(field: Field, comparison: Comparison, run: EvaluableRun): boolean {
  const { op, value } = comparison;
  const failed = run.status === 'error';
  if (op === 'eq' || op === 'neq') {
    const same = op === 'eq';
    if (value.kind === 'null') return failed !== same;
    if (value.kind === 'boolean') return (failed === value.value) === same;
  }
  return compareScalar(field, comparison, run.error);
}

function holdsForMetadata({ op, value }: Comparison, metadata: readonly Item[]): boolean {
  if (value.kind !== 'string') return false;
  if (op === 'exists') return metadata.some((item) => item.path === value.value);
  const wanted = metadataObject(value.value);
  if (!wanted) return false;
  return wanted.every((want) =>
    metadata.some((item) => item.path === want.path && item.value === want.value),
  );
}
