/** Numbers about a query: `POST /api/v1/runs/stats` on both generations (CONTRACT §6). */
import type { FilterVerdict, RunQuery, RunStats } from '../contract/api.ts';
import { statsFrom, wireStats } from '../contract/run-stats.ts';
import { checkBody } from '../contract/schema.ts';
import { verdictBody } from '../contract/server.ts';
import { UnsupportedError } from '../contract/unsupported-error.ts';
import { collectNotices } from './notices.ts';
import type { Server } from './server.ts';
import { v1Filters } from './v1-query.ts';

const SELECT =
  'run_count latency_p50 latency_p99 first_token_p50 first_token_p99 total_tokens prompt_tokens completion_tokens total_cost error_rate streaming_rate last_run_start_time feedback_stats run_facets'.split(
    ' ',
  );

export async function runStats(server: Server, query: RunQuery, signal?: AbortSignal): Promise<RunStats> {
  if (query.projectIds.length === 0)
    throw new UnsupportedError('LangSmith counts only inside projects.', 'Choose a project.');
  const filters = v1Filters(query, collectNotices());
  const body = { session: [...query.projectIds], ...filters, select: SELECT };
  const answer = await server.postV1('/runs/stats', body, signal);
  return statsFrom(checkBody(wireStats, answer, '/api/v1/runs/stats'), () => {});
}

export async function validateFilter(
  server: Server,
  query: RunQuery,
  signal?: AbortSignal,
): Promise<FilterVerdict> {
  const body = v1Filters(query, collectNotices());
  const answer = await server.postV1('/runs/query/validate', body, signal);
  const { valid, errors } = checkBody(verdictBody, answer, '/api/v1/runs/query/validate');
  return {
    valid,
    errors: (errors ?? []).map(({ field, message }) => ({ field: field ?? '', message: message ?? '' })),
  };
}
