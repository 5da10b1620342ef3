/** Numbers about a query: `POST /api/v1/runs/stats` on both generations (CONTRACT §6). */
import type { FilterVerdict, RunQuery, RunStats, StatsAttribute, StatsGroup } from '../contract/api.ts';
import { groupsFrom, statsFrom, wireStats } from '../contract/run-stats.ts';
import type { JsonObject } from '../contract/run.ts';
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

const PATH = '/runs/stats';

async function ask(server: Server, query: RunQuery, more: JsonObject, signal: AbortSignal | undefined) {
  if (query.projectIds.length === 0)
    throw new UnsupportedError('LangSmith counts only inside projects.', 'Choose a project.');
  const filters = v1Filters(query, collectNotices());
  const answer = await server.postV1(PATH, { session: [...query.projectIds], ...filters, ...more }, signal);
  return checkBody(wireStats, answer, `/api/v1${PATH}`);
}

export async function runStats(server: Server, query: RunQuery, signal?: AbortSignal): Promise<RunStats> {
  return statsFrom(await ask(server, query, { select: SELECT }, signal), () => {});
}

/** Feedback and facets of every group would cost much, and nobody compares groups by them. */
const GROUP_SELECT = SELECT.filter((name) => name !== 'feedback_stats' && name !== 'run_facets');

export async function groupStats(
  server: Server,
  query: RunQuery,
  by: StatsAttribute,
  maxGroups: number,
  signal?: AbortSignal,
): Promise<readonly StatsGroup[]> {
  const path: JsonObject = by.kind === 'metadata' ? { path: by.key } : {};
  const group_by = { attribute: by.kind, max_groups: maxGroups, ...path };
  return groupsFrom(await ask(server, query, { group_by, select: GROUP_SELECT }, signal), () => {});
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
