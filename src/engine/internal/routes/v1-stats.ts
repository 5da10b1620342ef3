import { Hono } from 'hono';
import * as z from 'zod/mini';
import { HttpError } from '../http/http-error.ts';
import { readQueryBody } from '../http/read-json.ts';
import { v1Filters } from '../query/v1-body.ts';
import { v1StoreQuery } from '../query/v1-store-query.ts';
import type { GroupBy, Row } from '../store/types.ts';
import { printRunStats, RUN_STATS_SELECT } from '../wire/run-stats.ts';
import type { Workspace } from '../workspace/workspace.ts';

const groupBy = z.object({
  attribute: z.enum(['name', 'run_type', 'tag', 'metadata']),
  path: z.nullish(z.string()),
  max_groups: z.nullish(z.number().check(z.int(), z.minimum(1))),
});

const statsQuery = z.extend(v1Filters, {
  group_by: z.nullish(groupBy),
  /** Only these groups; null is the group of runs without the attribute, which has no numbers here. */
  groups: z.nullish(z.array(z.nullable(z.string()))),
  select: z.nullish(z.array(z.enum(RUN_STATS_SELECT))),
});

const DEFAULT_MAX_GROUPS = 5;

/** POST /runs/stats: numbers over all runs that match, or over each group of them (CONTRACT §6). */
export function v1StatsRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  app.post('/runs/stats', async (c) => {
    const body = await readQueryBody(c, statsQuery);
    const { rows } = workspace.store.find(v1StoreQuery(body).query, { order: 'desc' });
    if (!body.group_by) return c.json(printRunStats(workspace.store.stats(rows), body.select));
    const wanted = body.groups ? new Set(body.groups) : undefined;
    const groups = [...groupRows(workspace, rows, body.group_by, wanted !== undefined)]
      .filter(([group]) => !wanted || wanted.has(group))
      .map(([group, members]) => [group, printRunStats(workspace.store.stats(members), body.select)]);
    return c.json(Object.fromEntries(groups));
  });
  return app;
}

function groupRows(
  workspace: Workspace,
  rows: readonly Row[],
  by: z.output<typeof groupBy>,
  all: boolean,
): ReadonlyMap<string, readonly Row[]> {
  const limit = all ? Number.MAX_SAFE_INTEGER : (by.max_groups ?? DEFAULT_MAX_GROUPS);
  return workspace.store.groupRows(rows, attributeOf(by), limit);
}

function attributeOf(by: z.output<typeof groupBy>): GroupBy {
  if (by.attribute !== 'metadata') return { attribute: by.attribute };
  if (by.path) return { attribute: 'metadata', path: by.path };
  throw new HttpError(422, [
    {
      loc: ['body', 'group_by', 'path'],
      msg: 'Grouping by metadata needs the path of a key',
      type: 'missing',
    },
  ]);
}
