import { Hono } from 'hono';
import * as z from 'zod/mini';
import { id, positiveInteger, time } from '../http/fields.ts';
import { readQueryBody } from '../http/read-json.ts';
import { readFilter } from '../query/read-filter.ts';
import { summarize, type ThreadSummary } from '../query/thread-summary.ts';
import { feedbackStatsV1 } from '../wire/feedback-stats.ts';
import { printTime } from '../wire/print-time.ts';
import { printRunStats } from '../wire/run-stats.ts';
import type { Workspace } from '../workspace/workspace.ts';

const groupQuery = z.object({
  session_id: id,
  group_by: z.literal('conversation'),
  filter: z.nullish(z.string()),
  start_time: z.nullish(time),
  end_time: z.nullish(time),
  offset: z.nullish(z.number().check(z.int(), z.minimum(0))),
  limit: z.nullish(positiveInteger),
});

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

/** Conversations on v1 (CONTRACT §6): paged by offset, with the total that the SDK pages to. */
export function v1GroupRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  app.post('/runs/group', async (c) => {
    const body = await readQueryBody(c, groupQuery);
    const threads = threadsOf(workspace, body);
    const offset = body.offset ?? 0;
    const page = threads.slice(offset, offset + Math.min(body.limit ?? DEFAULT_LIMIT, MAX_LIMIT));
    const groups = page.map((thread) => printThread(summarize(workspace, thread)));
    return c.json({ groups, total: threads.length });
  });
  app.post('/runs/group/stats', async (c) => {
    const threads = threadsOf(workspace, await readQueryBody(c, groupQuery));
    const rows = threads.flatMap((thread) => thread.rootRows);
    return c.json({ ...printRunStats(workspace.store.stats(rows)), group_count: threads.length });
  });
  return app;
}

function threadsOf(workspace: Workspace, body: z.output<typeof groupQuery>) {
  const filter = readFilter('filter', body.filter);
  return workspace.store.threads({
    projectIds: [body.session_id],
    isRoot: true,
    ...(filter && { filter }),
    ...(typeof body.start_time === 'number' && { from: body.start_time }),
    ...(typeof body.end_time === 'number' && { to: body.end_time }),
  });
}

function printThread(thread: ThreadSummary) {
  return {
    thread_id: thread.threadId,
    group_key: thread.threadId,
    filter: `eq(thread_id, ${JSON.stringify(thread.threadId)})`,
    count: thread.turns,
    total_tokens: thread.usage.total_tokens,
    total_cost: thread.usage.total_cost,
    min_start_time: printTime(thread.first.start_time),
    max_start_time: printTime(thread.last.start_time),
    latency_p50: thread.latencyP50,
    latency_p99: thread.latencyP99,
    feedback_stats: feedbackStatsV1(thread.feedback),
    first_inputs: thread.first.inputs_preview ?? '',
    last_outputs: thread.last.outputs_preview ?? '',
    last_error: thread.lastError,
  };
}
