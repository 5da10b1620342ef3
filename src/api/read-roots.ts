/** Root runs, several pages at once. */
import type { Notice, RunQuery } from '../contract/api.ts';
import type { Run } from '../contract/run.ts';
import { askByThread } from './by-thread.ts';
import type { Server } from './server.ts';
import { v1QueryRuns } from './v1-runs.ts';

const PAGE = 100;
const PAGES = 10;

interface Roots {
  /** As the server orders them: newest first. */
  readonly runs: readonly Run[];
  readonly nextCursor: string | undefined;
  readonly notices: readonly Notice[];
}

interface Reach {
  readonly at?: string | undefined;
  readonly isEnough?: (runs: readonly Run[]) => boolean;
}

/** A server that knows no threads may not know `thread_id` either: the metadata has what it is made of. */
const SELECTION = { previews: true, metadata: true } as const;

export async function readRoots(
  server: Server,
  query: RunQuery,
  { at, isEnough = () => false }: Reach,
  signal?: AbortSignal,
): Promise<Roots> {
  const runs: Run[] = [];
  const notices = new Map<string, Notice>();
  let cursor = at;
  for (let pages = 0; pages < PAGES; pages += 1) {
    const page = { cursor, pageSize: PAGE };
    // oxlint-disable-next-line no-await-in-loop -- the cursor of a page is in the one before
    const answer = await askByThread(server, query, (asked) =>
      v1QueryRuns(server, asked, page, SELECTION, signal),
    );
    runs.push(...answer.rows);
    for (const notice of answer.notices) notices.set(notice.id, notice);
    cursor = answer.nextCursor;
    if (cursor === undefined || isEnough(runs)) break;
  }
  return { runs, nextCursor: cursor, notices: [...notices.values()] };
}
