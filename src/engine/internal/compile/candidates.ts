import type { Predicate, Test } from '../../../filter/predicate.ts';
import type { ChainedColumn } from '../store/chained-column.ts';
import type { Dictionary } from '../store/dictionary.ts';
import { THREAD_KEYS } from '../store/thread-of.ts';
import type { Row } from '../store/types.ts';
import { itemPasses, onePair } from './compile-items.ts';
import type { Sources } from './row-test.ts';

/**
 * Rows that an index says can match at all: a superset, with repeats and hidden rows, of what the
 * predicate lets through. `count` is an upper bound known before anything is listed.
 */
export interface Candidates {
  readonly count: number;
  visit(add: (row: Row) => void): void;
}

const NONE: Candidates = { count: 0, visit: () => undefined };

/** Undefined when no index speaks about the predicate. */
export function candidatesOf(sources: Sources, predicate: Predicate): Candidates | undefined {
  switch (predicate.kind) {
    case 'constant':
      return predicate.holds ? undefined : NONE;
    case 'and':
      return fewest(predicate.parts.map((part) => candidatesOf(sources, part)));
    case 'or':
      return union(predicate.parts.map((part) => candidatesOf(sources, part)));
    case 'compare':
      return ofField(sources, predicate.field, predicate.test);
    case 'tag':
      return ofTag(sources, predicate.test);
    case 'some':
      if (predicate.group === 'metadata') return ofMetadata(sources, predicate);
      return predicate.group === 'feedback' ? ofFeedback(sources, predicate) : undefined;
    default:
      return undefined;
  }
}

export function fewest(options: readonly (Candidates | undefined)[]): Candidates | undefined {
  return options.reduce(
    (best, next) => (!best || (next && next.count < best.count) ? next : best),
    undefined,
  );
}

export function union(parts: readonly (Candidates | undefined)[]): Candidates | undefined {
  if (parts.some((part) => part === undefined)) return undefined;
  const known = parts as readonly Candidates[];
  return {
    count: known.reduce((sum, part) => sum + part.count, 0),
    visit: (add) => known.forEach((part) => part.visit(add)),
  };
}

export function chainOf(column: ChainedColumn, code: number): Candidates {
  return {
    count: column.count(code),
    visit: (add) => {
      for (let row = column.head(code); row >= 0; row = column.following(row)) add(row);
    },
  };
}

function ofField({ table }: Sources, field: string, test: Test): Candidates | undefined {
  const words = wantedWords(test);
  if (!words) return undefined;
  const chains = (column: ChainedColumn, dictionary: Dictionary) =>
    union(words.map((word) => chainOf(column, dictionary.find(word))));
  switch (field) {
    case 'name':
      return chains(table.name, table.names);
    case 'session_id':
      return chains(table.project, table.projects);
    case 'trace_id':
      return chains(table.trace, table.traces);
    case 'reference_example_id':
      return chains(table.example, table.examples);
    case 'id':
      return rows(words.flatMap((id) => table.find(id) ?? []));
    case 'parent_run_id':
      return union(words.map((id) => chainOf(table.parent, table.find(id) ?? -1)));
    case 'thread_id':
      return union(words.map((thread) => ofThread(table, thread)));
    default:
      return undefined;
  }
}

/** Runs that name the thread, and all runs of the traces they belong to, which may inherit it. */
function ofThread(table: Sources['table'], thread: string): Candidates {
  const naming = new Set<Row>(table.thread.members(table.threads.find(thread)));
  for (const key of THREAD_KEYS) {
    for (const value of [thread, Number(thread)]) {
      table.metadata.postings.forEachRow(table.metadata.find(key, value), (row) => naming.add(row));
    }
  }
  const traces = new Set([...naming].map((row) => table.trace.codes[row]!));
  return union([...traces].map((trace) => chainOf(table.trace, trace)))!;
}

function ofTag({ table }: Sources, test: Test): Candidates | undefined {
  const words = wantedWords(test);
  return words && union(words.map((word) => posting(table.tags, table.tagWords.find(word))));
}

function ofMetadata(
  { table: { metadata } }: Sources,
  { where }: Extract<Predicate, { kind: 'some' }>,
): Candidates | undefined {
  const only = onePair(where);
  if (only) return posting(metadata.postings, metadata.find(only.path, only.value));
  const key = where.find(({ on }) => on === 'key');
  const keys = key && wantedWords(key.test);
  if (!keys) return undefined;
  const pairs = keys
    .flatMap((path) => metadata.pairsOf(path))
    .filter((pair) => itemPasses(where, { path: metadata.path(pair), value: metadata.value(pair) }));
  return union(pairs.map((pair) => posting(metadata.postings, pair)));
}

function ofFeedback({ feedback }: Sources, { where }: Extract<Predicate, { kind: 'some' }>): Candidates {
  const key = where.find(({ on }) => on === 'key');
  const keys = key && wantedWords(key.test);
  return rows(keys ? keys.flatMap((each) => feedback.rowsWith(each)) : feedback.rowsWith(undefined));
}

function posting(
  postings: { count(term: number): number; forEachRow(term: number, visit: (row: Row) => void): void },
  term: number,
): Candidates {
  return { count: postings.count(term), visit: (add) => postings.forEachRow(term, add) };
}

function rows(list: readonly Row[]): Candidates {
  return { count: list.length, visit: (add) => list.forEach((row) => add(row)) };
}

/** The only texts that can pass a test; undefined when it cannot be told. */
function wantedWords(test: Test): readonly string[] | undefined {
  const values = test.op === 'eq' ? [test.value] : test.op === 'in' ? test.values : undefined;
  return values?.filter((value) => typeof value === 'string');
}
