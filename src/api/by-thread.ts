/**
 * Runs of threads. LangSmith works `thread_id` out of the metadata; a server that does not know the field
 * refuses a filter about it, and is asked for the metadata itself, as LangSmith's guide does.
 */
import type { RunQuery } from '../contract/api.ts';
import { isHttpError } from '../contract/http-error.ts';
import { allOf } from '../lib/all-of.ts';
import { equals } from './filter-text.ts';
import type { Server } from './server.ts';

const byField = (id: string) => equals('thread_id', id);

const byMetadata = (id: string) =>
  `and(in(metadata_key, ["session_id","conversation_id","thread_id"]), ${equals('metadata_value', id)})`;

/** `thread_id` is only known to take `eq` (FILTER-LANGUAGE §4), so several are several conditions. */
function withThreads(
  query: RunQuery,
  ids: readonly string[],
  condition: (id: string) => string,
  rows: AskedRows,
): RunQuery {
  const { threadIds: _ids, ...rest } = query;
  const each = ids.map(condition);
  const text = each.length === 1 ? each[0] : `or(${each.join(', ')})`;
  return rows === 'roots'
    ? { ...rest, filter: allOf(query.filter, text) }
    : { ...rest, traceFilter: allOf(query.traceFilter, text) };
}

/** A thread is written on the roots of its traces; the runs below are found by their root. */
export type AskedRows = 'roots' | 'any';

const isRefusal = (error: unknown) => isHttpError(error) && (error.status === 400 || error.status === 422);

export async function askByThread<T>(
  server: Server,
  query: RunQuery,
  ask: (query: RunQuery) => Promise<T>,
  rows: AskedRows = query.isRoot === true ? 'roots' : 'any',
): Promise<T> {
  const { threadIds } = query;
  if (!threadIds?.length) return ask(query);
  const { learned } = server;
  if (learned.lacksThreadField) return ask(withThreads(query, threadIds, byMetadata, rows));
  try {
    return await ask(withThreads(query, threadIds, byField, rows));
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal;
    const answer = await ask(withThreads(query, threadIds, byMetadata, rows)).catch((error: unknown) => {
      // Then it was something else that the server did not like: its first word about it is the truer one.
      throw isRefusal(error) ? refusal : error;
    });
    learned.lacksThreadField = true;
    return answer;
  }
}
