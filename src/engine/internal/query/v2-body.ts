import * as z from 'zod/mini';
import { id, ids, time } from '../http/fields.ts';
import { RUN_SELECT_V2 } from '../wire/select-v2.ts';

const RUN_TYPES = ['TOOL', 'CHAIN', 'LLM', 'RETRIEVER', 'EMBEDDING', 'PROMPT', 'PARSER'] as const;

const selects = z.nullish(z.array(z.enum(RUN_SELECT_V2)));

/** v2 refuses what v1 clamps (CONTRACT §7.1). */
function pageSize(maximum: number) {
  const message = `page_size must be a whole number from 1 to ${maximum}`;
  return z.nullish(
    z
      .number({ error: message })
      .check(
        z.int({ error: message }),
        z.minimum(1, { error: message }),
        z.maximum(maximum, { error: message }),
      ),
  );
}

export const v2RunsQuery = z.object({
  project_ids: z.nullish(ids),
  reference_dataset_id: z.nullish(id),
  ids: z.nullish(ids),
  trace_id: z.nullish(id),
  reference_examples: z.nullish(ids),
  run_type: z.nullish(z.enum(RUN_TYPES)),
  has_error: z.nullish(z.boolean()),
  is_root: z.nullish(z.boolean()),
  filter: z.nullish(z.string()),
  trace_filter: z.nullish(z.string()),
  tree_filter: z.nullish(z.string()),
  ai_query: z.nullish(z.string()),
  min_start_time: z.nullish(time),
  max_start_time: z.nullish(time),
  selects,
  sort_order: z.nullish(z.enum(['ASC', 'DESC'])),
  page_size: pageSize(1000),
  cursor: z.nullish(z.string()),
});

export const v2TracesQuery = z.object({
  project_id: z.nullish(id),
  trace_ids: z.nullish(ids),
  trace_filter: z.nullish(z.string()),
  tree_filter: z.nullish(z.string()),
  min_start_time: z.nullish(time),
  max_start_time: z.nullish(time),
  selects,
  page_size: pageSize(1000),
  cursor: z.nullish(z.string()),
});

export const v2ThreadsQuery = z.object({
  project_id: z.nullish(id),
  filter: z.nullish(z.string()),
  trace_filter: z.nullish(z.string()),
  tree_filter: z.nullish(z.string()),
  thread_filter: z.nullish(z.string()),
  min_start_time: z.nullish(time),
  max_start_time: z.nullish(time),
  page_size: pageSize(100),
  cursor: z.nullish(z.string()),
});

export type V2RunsQuery = z.output<typeof v2RunsQuery>;
