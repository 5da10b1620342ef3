import { passes } from '../../../filter/passes.ts';
import type { Test } from '../../../filter/predicate.ts';
import { THREAD_KEYS, threadText } from '../store/thread-of.ts';
import type { RunTable } from '../store/run-table.ts';
import { memoized, type RowTest } from './row-test.ts';
import { traceRoots } from './trace-roots.ts';

/**
 * thread_id has every value of the three metadata keys, the given one, and the thread of the root: a
 * positive test wants one of them, a negative denies all (README of filter/, §8).
 */
export function compileThread(table: RunTable, test: Test): RowTest {
  switch (test.op) {
    case 'neq':
      return none(table, { op: 'eq', value: test.value });
    case 'notlike':
      return none(table, { op: 'like', pattern: test.pattern });
    case 'missing':
      return none(table, { op: 'present' });
    default:
      return some(table, test);
  }
}

function none(table: RunTable, test: Test): RowTest {
  const found = some(table, test);
  return (row) => !found(row);
}

function some(table: RunTable, test: Test): RowTest {
  const rootOf = traceRoots(table);
  const { thread, trace, threads, metadata } = table;
  const keys = new Set(THREAD_KEYS.map((key) => metadata.paths.find(key)));
  const ofThread = memoized(threads.size, (code) => passes(test, threads.word(code)));
  const ofPair = memoized(metadata.size, (pair) => {
    if (!keys.has(metadata.pathCode(pair))) return false;
    return passes(test, threadText(metadata.value(pair) ?? null));
  });
  return (row) => {
    const own = thread.codes[row]!;
    if (own >= 0 && ofThread(own)) return true;
    const root = rootOf(trace.codes[row]!);
    const inherited = root < 0 ? -1 : thread.codes[root]!;
    return (inherited >= 0 && ofThread(inherited)) || metadata.postings.some(row, ofPair);
  };
}
