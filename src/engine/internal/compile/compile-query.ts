import { lower } from '../../../filter/lower.ts';
import { ERROR } from '../store/row-state.ts';
import type { StoreQuery } from '../store/types.ts';
import { candidatesOf, type Candidates, chainOf, fewest, union } from './candidates.ts';
import { compilePredicate } from './compile-predicate.ts';
import { all, always, never, type RowTest, type Sources } from './row-test.ts';
import { compileAnyOfTrace, compileRootOfTrace } from './trace-scopes.ts';

export interface CompiledQuery {
  readonly test: RowTest;
  /** Undefined when only a scan can tell. */
  readonly candidates: Candidates | undefined;
}

/** Everything in a query but its time window, which the order answers. */
export function compileQuery(sources: Sources, query: StoreQuery): CompiledQuery {
  const filter = query.filter && lower(query.filter);
  const ofRoot = query.traceFilter && compileRootOfTrace(sources, lower(query.traceFilter));
  const ofAny = query.treeFilter && compileAnyOfTrace(sources, lower(query.treeFilter));
  return {
    test: all([
      ...compileScope(sources, query),
      filter ? compilePredicate(sources, filter) : always,
      ofRoot?.test ?? always,
      ofAny?.test ?? always,
    ]),
    candidates: fewest([
      scopeCandidates(sources, query),
      filter && candidatesOf(sources, filter),
      ofRoot?.candidates,
      ofAny?.candidates,
    ]),
  };
}

function compileScope({ table }: Sources, query: StoreQuery): readonly RowTest[] {
  const { status, parent, runType, dataset } = table;
  const tests: RowTest[] = [];
  if (query.projectIds) tests.push(among(table.project.codes, codesOf(query.projectIds, table.projects)));
  if (query.traceIds) tests.push(among(table.trace.codes, codesOf(query.traceIds, table.traces)));
  if (query.referenceExampleIds) {
    tests.push(among(table.example.codes, codesOf(query.referenceExampleIds, table.examples)));
  }
  if (query.ids) {
    const wanted = new Set(query.ids.map((id) => table.find(id)));
    tests.push((row) => wanted.has(row));
  }
  if (query.parentRunId !== undefined) {
    tests.push(among(parent.codes, new Set([table.find(query.parentRunId) ?? -1])));
  }
  if (query.referenceDatasetId !== undefined) {
    tests.push(among(dataset, codesOf([query.referenceDatasetId], table.datasets)));
  }
  if (query.runType !== undefined) {
    // A run that never said its type is a chain.
    const codes = codesOf([query.runType], table.runTypes);
    const unsaid = query.runType === 'chain';
    tests.push((row) => (runType[row]! < 0 ? unsaid : codes.has(runType[row]!)));
  }
  const { hasError, isRoot } = query;
  if (hasError !== undefined) tests.push((row) => (status[row] === ERROR) === hasError);
  if (isRoot !== undefined) tests.push((row) => parent.codes[row]! < 0 === isRoot);
  return tests;
}

/** -1 stands for "no such word": no row may pass because of it. */
function among(codes: Int32Array, wanted: ReadonlySet<number>): RowTest {
  const known = [...wanted].filter((code) => code >= 0);
  const only = known[0];
  if (only === undefined) return never;
  if (known.length === 1) return (row) => codes[row] === only;
  return (row) => codes[row]! >= 0 && wanted.has(codes[row]!);
}

function codesOf(words: readonly string[], dictionary: { find(word: string): number }): ReadonlySet<number> {
  return new Set(words.map((word) => dictionary.find(word)));
}

function scopeCandidates({ table }: Sources, query: StoreQuery): Candidates | undefined {
  const { projectIds, traceIds, referenceExampleIds, ids, parentRunId } = query;
  return fewest([
    projectIds && union(projectIds.map((id) => chainOf(table.project, table.projects.find(id)))),
    traceIds && union(traceIds.map((id) => chainOf(table.trace, table.traces.find(id)))),
    referenceExampleIds &&
      union(referenceExampleIds.map((id) => chainOf(table.example, table.examples.find(id)))),
    parentRunId === undefined ? undefined : chainOf(table.parent, table.find(parentRunId) ?? -1),
    ids && { count: ids.length, visit: (add) => ids.forEach((id) => add(table.find(id) ?? -1)) },
  ]);
}
