/** Feedback records, `/api/v1/feedback` on both generations (CONTRACT §10.1). */
import type { FeedbackQuery } from '../contract/api.ts';
import { feedbackFrom, feedbackList } from '../contract/feedback.ts';
import type { Feedback } from '../contract/run.ts';
import { checkBody } from '../contract/schema.ts';
import { batchesOf } from './batches.ts';
import type { Params, Server } from './server.ts';
import { uniqueById } from './tree-order.ts';

const PAGE = 100;
/** Ids travel in the address; gateways commonly stop at 8 KiB. */
const IDS_PER_REQUEST = 100;

const paramsOf = (query: FeedbackQuery, runIds: readonly string[]): Params => [
  ...runIds.map((id) => ['run', id] as const),
  ...(query.projectIds ?? []).map((id) => ['session', id] as const),
  ...(query.keys ?? []).map((key) => ['key', key] as const),
  ['include_user_names', true],
];

/** Bare arrays with an offset: a short page is the last one. */
async function allPages(server: Server, params: Params, signal?: AbortSignal): Promise<readonly Feedback[]> {
  const records: Feedback[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const answer = await server.getV1('/feedback', [...params, ['limit', PAGE], ['offset', offset]], signal);
    const page = checkBody(feedbackList, answer, '/api/v1/feedback');
    records.push(...page.map((row) => feedbackFrom(row, () => {})));
    if (page.length < PAGE) return records;
  }
}

export async function listFeedback(
  server: Server,
  query: FeedbackQuery,
  signal?: AbortSignal,
): Promise<readonly Feedback[]> {
  if (!query.runIds) return allPages(server, paramsOf(query, []), signal);
  const lists: Feedback[] = [];
  for (const ids of batchesOf(query.runIds, IDS_PER_REQUEST))
    lists.push(...(await allPages(server, paramsOf(query, ids), signal)));
  return uniqueById(lists);
}
