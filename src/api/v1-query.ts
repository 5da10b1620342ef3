/** A RunQuery as the body of v1 `runs/query`, `runs/stats` and `runs/query/validate` (CONTRACT §4.1). */
import type { RunQuery } from '../contract/api.ts';
import type { JsonObject, JsonValue } from '../contract/run.ts';
import { printTimestamp } from '../contract/timestamp.ts';
import { UnsupportedError } from '../contract/unsupported-error.ts';
import type { Notices } from './notices.ts';

/** Leaves out what is undefined, blank text and empty lists. */
export function compact(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  const present = Object.entries(fields).filter(
    (entry): entry is [string, JsonValue] =>
      entry[1] !== undefined &&
      !(typeof entry[1] === 'string' && entry[1].trim() === '') &&
      !(Array.isArray(entry[1]) && entry[1].length === 0),
  );
  return Object.fromEntries(present);
}

export const printBound = (time: number | undefined) =>
  time === undefined ? undefined : printTimestamp(time);

function idsOnly(query: RunQuery, notices: Notices): JsonObject {
  const { runIds = [], projectIds: _, window: __, order: ___, ...others } = query;
  const ignored = Object.values(others).some((value) => value !== undefined && value !== '');
  if (ignored)
    notices.add('ids-override', 'This server ignores every other condition when run ids are given.');
  return { id: [...runIds] };
}

export function v1Filters(query: RunQuery, notices: Notices): JsonObject {
  if (query.runIds?.length) return idsOnly(query, notices);
  const body = compact({
    session: [...query.projectIds],
    start_time: printBound(query.window.from),
    end_time: printBound(query.window.to),
    filter: query.filter,
    trace_filter: query.traceFilter,
    tree_filter: query.treeFilter,
    query: query.query,
    run_type: query.runType?.toLowerCase(),
    trace: query.traceId,
    parent_run: query.parentRunId,
    reference_example: query.referenceExampleId ? [query.referenceExampleId] : [],
    is_root: query.isRoot,
    error: query.error,
  });
  if (!['session', 'trace', 'parent_run', 'reference_example'].some((scope) => scope in body))
    throw new UnsupportedError(
      'LangSmith does not search all projects at once.',
      'Choose a project, or name run ids, a trace, a parent run or a reference example.',
    );
  return body;
}
