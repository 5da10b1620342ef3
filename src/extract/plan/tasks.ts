/** A download as the questions that are paged to their ends, one after the other. */
import type { RunField, RunQuery, TimeWindow } from '../../contract/api.ts';
import { isGrouped } from '../compose.ts';
import { runColumns } from '../run-columns.ts';
import type { ExtractKind, ExtractSource, ExtractSpec } from '../spec.ts';
import { slicesOf } from './slices.ts';
import { traceScope } from './trace-scope.ts';

export interface Task {
  readonly query: RunQuery;
  /** Shares its upper bound with the task before it. */
  readonly isNext?: boolean;
}

/** UNKNOWNS U20: a safe number of ids in one question, as `id` and as a list of the filter. */
const IDS_PER_TASK = 100;

const PART_TYPES: Readonly<Partial<Record<ExtractKind, string>>> = {
  traces: 'tool',
  retrievers: 'retriever',
};

function batches(ids: readonly string[]): readonly (readonly string[])[] {
  const distinct = [...new Set(ids)];
  return Array.from({ length: Math.ceil(distinct.length / IDS_PER_TASK) }, (_, index) =>
    distinct.slice(index * IDS_PER_TASK, (index + 1) * IDS_PER_TASK),
  );
}

const inList = (field: string, ids: readonly string[]) =>
  `in(${field}, [${ids.map((id) => JSON.stringify(id)).join(', ')}])`;

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

const isBounded = ({ traceId, runIds }: RunQuery) => traceId !== undefined || Boolean(runIds?.length);

function questionTasks(
  query: RunQuery,
  kind: ExtractKind,
  since: number | undefined,
  now: number,
): readonly Task[] {
  const asked = isGrouped(kind) ? scoped(query, kind) : query;
  if (query.runIds?.length) {
    return batches(query.runIds).map((runIds) =>
      isGrouped(kind) && kind !== 'conversations'
        ? { query: { ...asked, window: {}, filter: inList('trace_id', runIds) } }
        : { query: { ...asked, window: {}, runIds } },
    );
  }
  if (isBounded(query)) return [{ query: { ...asked, window: {} } }];
  return slicesOf(query.window, since, now).map((window: TimeWindow, index) => ({
    query: { ...asked, window },
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
  const ids = kind === 'conversations' ? traceIds : runIds;
  return batches(ids).map((batch) => ({ query: { projectIds, window: {}, runIds: batch } }));
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
      return questionTasks(source.query, kind, since, now);
    case 'selection':
      return idTasks(source.projectIds, source.runIds, source.traceIds, kind);
    case 'trace': {
      const { projectIds, traceId } = source;
      return questionTasks({ projectIds, traceId, window: {}, isRoot: undefined }, kind, since, now);
    }
    default: {
      const { projectIds, threadId } = source;
      const filter = `eq(thread_id, ${JSON.stringify(threadId)})`;
      const runType = PART_TYPES[kind];
      const asked =
        runType === undefined
          ? { projectIds, window: {}, isRoot: true, filter }
          : { projectIds, window: {}, runType, traceFilter: filter };
      return [{ query: asked }];
    }
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

/** What is asked of the roots of the traces found. */
export const ROOT_FIELDS: readonly RunField[] = ['name', 'run_type', 'inputs', 'outputs', 'feedback_stats'];

export const hasRoots = (kind: ExtractKind): boolean => kind === 'traces' || kind === 'retrievers';

export const scopeRemark = (kind: ExtractKind, source: ExtractSource): string | undefined =>
  isGrouped(kind) && source.kind === 'question' ? traceScope(source.query).remark : undefined;
