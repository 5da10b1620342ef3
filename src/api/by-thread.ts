/**
 * Runs of threads. LangSmith works `thread_id` out of the metadata; a server that does not know the field
 * refuses a filter about it, and is asked for the metadata itself, as LangSmith's guide does.
 */
import type { RunQuery } from '../contract/api.ts';
import { isHttpError } from '../contract/http-error.ts';
import { allOf, equals } from './filter-text.ts';
import type { Server } from './server.ts';

const byField = (id: string) => equals('thread_id', id);

const byMetadata = (id: string) =>
  `and(in(metadata_key, ["session_id","conversation_id","thread_id"]), ${equals('metadata_value', id)})`;

/** `thread_id` is only known to take `eq` (FILTER-LANGUAGE §4), so several are several conditions. */
function withThreads(query: RunQuery, ids: readonly string[], condition: (id: string) => string): RunQuery {
  const { threadIds: _ids, ...rest } = query;
  const each = ids.map(condition);
  return { ...rest, filter: allOf(query.filter, each.length === 1 ? each[0] : `or(${each.join(', ')})`) };
}

const isRefusal = (error: unknown) => isHttpError(error) && (error.status === 400 || error.status === 422);

export async function askByThread<T>(
  server: Server,
  query: RunQuery,
  ask: (query: RunQuery) => Promise<T>,
): Promise<T> {
  const { threadIds } = query;
  if (!threadIds?.length) return ask(query);
  const { learned } = server;
  if (learned.lacksThreadField) return ask(withThreads(query, threadIds, byMetadata));
  try {
    return await ask(withThreads(query, threadIds, byField));
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal;
    const answer = await ask(withThreads(query, threadIds, byMetadata)).catch((error: unknown) => {
      // Then it was something else that the server did not like: its first word about it is the truer one.
      throw isRefusal(error) ? refusal : error;
    });
    learned.lacksThreadField = true;
    return answer;
  }
}
