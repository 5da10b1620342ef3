import * as z from 'zod/mini';
import { ids, id, oneOrMoreIds, positiveInteger, time } from '../http/fields.ts';
import { RUN_SELECT } from '../wire/select-v1.ts';

const RUN_TYPES = ['tool', 'chain', 'llm', 'retriever', 'embedding', 'prompt', 'parser'] as const;

/** What runs/query and runs/stats have in common (CONTRACT §4.1). */
export const v1Filters = z.object({
  id: z.nullish(ids),
  trace: z.nullish(id),
  parent_run: z.nullish(id),
  run_type: z.nullish(z.enum(RUN_TYPES)),
  session: z.nullish(ids),
  reference_example: z.nullish(oneOrMoreIds),
  execution_order: z.nullish(z.literal(1)),
  start_time: z.nullish(time),
  end_time: z.nullish(time),
  error: z.nullish(z.boolean()),
  query: z.nullish(z.string()),
  filter: z.nullish(z.string()),
  trace_filter: z.nullish(z.string()),
  tree_filter: z.nullish(z.string()),
  is_root: z.nullish(z.boolean()),
});

export type V1Filters = z.output<typeof v1Filters>;

/**
 * Fields of the server that say nothing here are accepted and ignored: data_source_type,
 * skip_pagination, search_filter, use_experimental_search, skip_prev_cursor (UNKNOWNS U13).
 */
export const v1RunsQuery = z.extend(v1Filters, {
  cursor: z.nullish(z.string()),
  limit: z.nullish(positiveInteger),
  select: z.nullish(z.array(z.enum(RUN_SELECT))),
  order: z.nullish(z.enum(['asc', 'desc'])),
});

export type V1RunsQuery = z.output<typeof v1RunsQuery>;
