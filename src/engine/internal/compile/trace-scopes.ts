import type { Predicate } from '../../../filter/predicate.ts';
import { LIVE } from '../store/row-state.ts';
import type { Row } from '../store/types.ts';
import { candidatesOf, type Candidates, chainOf, union } from './candidates.ts';
import type { CompiledQuery } from './compile-query.ts';
import { compilePredicate } from './compile-predicate.ts';
import { memoized, type RowTest, type Sources } from './row-test.ts';
import { traceRoots } from './trace-roots.ts';

/** Beyond it, listing the traces of the candidates costs more than asking each trace once. */
const MOST_WORTH_LISTING = 20_000;

/** trace_filter: the root of the run's trace passes. A trace whose root has not arrived has none. */
export function compileRootOfTrace(sources: Sources, predicate: Predicate): CompiledQuery {
  const { trace } = sources.table;
  const rootOf = traceRoots(sources.table);
  const passes = compilePredicate(sources, predicate);
  const ofTrace = memoized(sources.table.traces.size, (code) => {
    const root = rootOf(code);
    return root >= 0 && passes(root);
  });
  return { test: byTrace(trace.codes, ofTrace), candidates: wholeTraces(sources, predicate) };
}

/** tree_filter: any run of the trace passes, the run itself included (FILTER-LANGUAGE §8). */
export function compileAnyOfTrace(sources: Sources, predicate: Predicate): CompiledQuery {
  const { trace, state } = sources.table;
  const passes = compilePredicate(sources, predicate);
  const ofTrace = memoized(sources.table.traces.size, (code) => {
    for (let row = trace.head(code); row >= 0; row = trace.following(row)) {
      if (state[row] === LIVE && passes(row)) return true;
    }
    return false;
  });
  return { test: byTrace(trace.codes, ofTrace), candidates: wholeTraces(sources, predicate) };
}

function byTrace(codes: Int32Array, ofTrace: (trace: number) => boolean): RowTest {
  return (row) => codes[row]! >= 0 && ofTrace(codes[row]!);
}

/** All rows of the traces in which an index finds a candidate. */
function wholeTraces(sources: Sources, predicate: Predicate): Candidates | undefined {
  const candidates = candidatesOf(sources, predicate);
  if (!candidates || candidates.count > MOST_WORTH_LISTING) return undefined;
  const { trace } = sources.table;
  const traces = new Set<number>();
  candidates.visit((row: Row) => row >= 0 && traces.add(trace.codes[row]!));
  return union([...traces].map((code) => chainOf(trace, code)));
}
