/** A download as the questions that are paged to their ends, one after the other. */
import type { RunField, RunQuery, TimeWindow } from '../../contract/api.ts';
import { isGrouped } from '../compose.ts';
import { runColumns } from '../run-columns.ts';
import type { ExtractKind, ExtractSource, ExtractSpec } from '../spec.ts';
import { batches, inList } from './id-batches.ts';
import { slicesOf } from './slices.ts';
import { traceScope } from './trace-scope.ts';

export interface Task {
  readonly query: RunQuery;
  /** Its runs are no part of the file: they only tell which traces or threads are (follow-ups.ts). */
  readonly finds?: Finds;
  /** Shares its upper bound with the task before it. */
  readonly isNext?: boolean;
}

export type Finds = 'traces' | 'threads';

export const PART_TYPES: Readonly<Partial<Record<ExtractKind, string>>> = {
  traces: 'tool',
  retrievers: 'retriever',
};

/** What of a question survives when whole traces are asked for by their tools, retrievers or roots. */
function scoped(query: RunQuery, kind: ExtractKind): RunQuery {
  const { projectIds, window, traceId, referenceExampleId, query: words } = query;
  const { traceFilter, treeFilter } = traceScope(query);
  const base = { projectIds, window, ...(traceId === undefined ? {} : { traceId }) };
  const own = {
    ...(referenceExampleId === undefined ? {} : { referenceExampleId }),
    ...(words === undefined ? {} : { query: words }),
  };
  if (kind === 'conversations') {
    return {
      ...base,
      ...own,
      isRoot: true,
      ...(traceFilter === undefined ? {} : { filter: traceFilter }),
      ...(treeFilter === undefined ? {} : { treeFilter }),
    };
  }
  return {
    ...base,
    runType: PART_TYPES[kind]!,
    ...(traceFilter === undefined ? {} : { traceFilter }),
    ...(treeFilter === undefined ? {} : { treeFilter }),
  };
}

type Question = Extract<ExtractSource, { kind: 'question' }>;

/** Asks for every root there is, so that no turn of a thread can lie outside. */
function isEverything({ query, limit }: Question): boolean {
  const { projectIds: _projects, window, isRoot: _isRoot, order: _order, ...conditions } = query;
  const isOpen = window.from === undefined && window.to === undefined && limit === undefined;
  return isOpen && Object.values(conditions).every((value) => value === undefined || value === '');
}

/**
 * A thread is one row however many of its turns the question names, and a limit counts rows: then the
 * question only finds the threads or traces, and their runs are read whole.
 */
export function findsOf(kind: ExtractKind, source: ExtractSource): Finds | undefined {
  if (source.kind === 'question') {
    // Ids of any runs, not only of roots: their traces are found first.
    if (source.query.runIds?.length) return isGrouped(kind) ? 'traces' : undefined;
    if (kind === 'conversations') return isEverything(source) ? undefined : 'threads';
    return isGrouped(kind) && source.limit !== undefined ? 'traces' : undefined;
  }
  return kind === 'conversations' && source.kind !== 'thread' ? 'threads' : undefined;
}

function questionTasks(
  source: Question,
  kind: ExtractKind,
  since: number | undefined,
  now: number,
): readonly Task[] {
  const { query } = source;
  const finds = findsOf(kind, source);
  const role = finds === undefined ? {} : { finds };
  if (query.runIds?.length) {
    const base = finds === undefined ? query : { projectIds: query.projectIds };
    return batches(query.runIds).map((runIds) => ({ query: { ...base, window: {}, runIds }, ...role }));
  }
  const asked = isGrouped(kind) ? scoped(query, kind) : query;
  if (query.traceId !== undefined) return [{ query: { ...asked, window: {} }, ...role }];
  return slicesOf(query.window, since, now).map((window: TimeWindow, index) => ({
    query: { ...asked, window },
    ...role,
    ...(index > 0 ? { isNext: true } : {}),
  }));
}

function idTasks(
  projectIds: readonly string[],
  runIds: readonly string[],
  traceIds: readonly string[],
  kind: ExtractKind,
): readonly Task[] {
  const runType = PART_TYPES[kind];
  if (runType !== undefined) {
    return batches(traceIds).map((ids) => ({
      query: { projectIds, window: {}, runType, filter: inList('trace_id', ids) },
    }));
  }
  const isChats = kind === 'conversations';
  return batches(isChats ? traceIds : runIds).map((batch) => ({
    query: { projectIds, window: {}, runIds: batch },
    ...(isChats ? { finds: 'threads' as const } : {}),
  }));
}

/** All runs of the thread, or its tools, or its roots alone where these are the turns. */
function threadQuery(projectIds: readonly string[], threadId: string, kind: ExtractKind): RunQuery {
  if (kind === 'conversations') return { projectIds, window: {}, isRoot: true, threadIds: [threadId] };
  const runType = PART_TYPES[kind];
  return { projectIds, window: {}, ...(runType === undefined ? {} : { runType }), threadIds: [threadId] };
}

/** `now` is the upper end of windows that have none; `since` the beginning of the project. */
export function tasksOf(
  kind: ExtractKind,
  source: ExtractSource,
  since: number | undefined,
  now: number,
): readonly Task[] {
  switch (source.kind) {
    case 'question':
      return questionTasks(source, kind, since, now);
    case 'selection':
      return idTasks(source.projectIds, source.runIds, source.traceIds, kind);
    case 'trace': {
      const { projectIds, traceId } = source;
      return questionTasks(
        { kind: 'question', query: { projectIds, traceId, window: {} } },
        kind,
        since,
        now,
      );
    }
    default:
      return [{ query: threadQuery(source.projectIds, source.threadId, kind) }];
  }
}

/** What is asked of every run that is streamed. */
export function partFields({ kind, columns }: Pick<ExtractSpec, 'kind' | 'columns'>): readonly RunField[] {
  switch (kind) {
    case 'runs':
      return [...new Set(runColumns(columns).flatMap(({ fields }) => fields))];
    case 'traces':
      // Inputs and outputs of tools are not needed, and would take the time (seed script).
      return ['name', 'run_type'];
    case 'retrievers':
      return ['name', 'run_type', 'inputs', 'outputs'];
    case 'conversations':
      return ['name', 'run_type', 'thread_id', 'extra', 'inputs', 'outputs', 'error'];
    default:
      return ['feedback_stats'];
  }
}

/** A trace's id always comes; without `thread_id` a thread is known by the metadata alone. */
export const FIND_FIELDS: Readonly<Record<Finds, readonly RunField[]>> = {
  traces: [],
  threads: ['thread_id', 'extra'],
};

/** What is asked of the roots of the traces found. */
export const ROOT_FIELDS: readonly RunField[] = ['name', 'run_type', 'inputs', 'outputs', 'feedback_stats'];

export const hasRoots = (kind: ExtractKind): boolean => kind === 'traces' || kind === 'retrievers';
