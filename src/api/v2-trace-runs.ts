/**
 * All runs of one trace on v2. `GET /v2/traces/{id}/runs` answers at once; servers of July 2026 demand a
 * window for it, later ones do not; some have only `runs/query` (CONTRACT §7.3). Tried in this order.
 */
import type { RunPage } from '../contract/api.ts';
import { isHttpError } from '../contract/http-error.ts';
import { NotFoundError } from '../contract/not-found-error.ts';
import type { Run } from '../contract/run.ts';
import { runFromV2, runPageV2 } from '../contract/run-v2.ts';
import { checkBody } from '../contract/schema.ts';
import type { WireRow } from '../contract/wire-row.ts';
import { collectNotices, type Notices } from './notices.ts';
import { openEnd, withOpenWindow } from './open-window.ts';
import { withSelects } from './refused-selects.ts';
import { V2_TRACE } from './selects.ts';
import type { Params, Server } from './server.ts';
import { inTreeOrder, uniqueById } from './tree-order.ts';
import { printBound } from './v1-query.ts';
import { MAX_PAGE_V2, queryAllV2 } from './v2-runs.ts';

interface Place {
  readonly traceId: string;
  readonly projectId: string;
}

async function askTrace(
  server: Server,
  place: Place,
  window: Params,
  notices: Notices,
  signal?: AbortSignal,
) {
  const path = `/traces/${encodeURIComponent(place.traceId)}/runs`;
  const answer = await withSelects(server, V2_TRACE, notices, (names) =>
    server.getV2(
      path,
      [['project_id', place.projectId], ...window, ...names.map((name) => ['selects', name] as const)],
      signal,
    ),
  );
  return checkBody(runPageV2, answer, `v2${path}`).items;
}

const hasStatus = (error: unknown, ...statuses: readonly number[]) =>
  isHttpError(error) && statuses.includes(error.status);

/** Undefined when this server has to be asked through runs/query. */
async function viaTrace(
  server: Server,
  place: Place,
  notices: Notices,
  signal?: AbortSignal,
): Promise<readonly WireRow[] | undefined> {
  try {
    return await askTrace(server, place, [], notices, signal).catch((error: unknown) => {
      if (!hasStatus(error, 400, 422)) throw error;
      return withOpenWindow(server, undefined, notices, (from) => {
        const to = printBound(openEnd(undefined, server.now()));
        const window: Params = [
          ['min_start_time', printBound(from)],
          ['max_start_time', to],
        ];
        return askTrace(server, place, window, notices, signal);
      });
    });
  } catch (error) {
    if (hasStatus(error, 400, 404, 405, 422, 501)) return undefined;
    throw error;
  }
}

const viaQuery = (server: Server, place: Place, notices: Notices, signal?: AbortSignal) =>
  queryAllV2(
    server,
    {
      filters: { project_ids: [place.projectId], trace_id: place.traceId },
      from: undefined,
      to: undefined,
      selects: V2_TRACE,
      pageSize: MAX_PAGE_V2,
    },
    notices,
    signal,
  );

export async function v2TraceRuns(
  server: Server,
  traceId: string,
  projectId: string,
  signal?: AbortSignal,
): Promise<RunPage<Run>> {
  const place = { traceId, projectId };
  const notices = collectNotices();
  const direct = await viaTrace(server, place, notices, signal);
  const rows = direct?.length ? direct : await viaQuery(server, place, notices, signal);
  if (rows.length === 0)
    throw new NotFoundError('trace', traceId, 'The project that the link names has no run of this trace.');
  const { misread } = notices;
  const runs = rows.map((row) => runFromV2(row, { projectId, appUrl: server.appUrl, misread }));
  return { rows: inTreeOrder(uniqueById(runs)), notices: notices.list() };
}
