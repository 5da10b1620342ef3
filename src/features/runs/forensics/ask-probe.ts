import type { Api, ListSelection, PageRequest } from '../../../contract/api.ts';
import { windowAt } from '../../../url/window.ts';
import { runQueryOf } from '../run-query.ts';
import type { Answer, Probe } from './plan.ts';

/** Pages that may come empty with more behind them (CONTRACT §7) before the answer is "unknown". */
const EMPTY_PAGES = 3;
const LIGHT: ListSelection = { previews: false, metadata: false };

/** Whether the question has a row: one is asked for, with the lightest selection. Rejects when aborted. */
export async function askProbe(
  api: Api,
  { screen }: Probe,
  now: number,
  signal: AbortSignal,
): Promise<Answer> {
  const query = runQueryOf(screen, windowAt(screen.window, now));
  const ask = (page: PageRequest) =>
    screen.view === 'traces'
      ? api.queryTraces(query, page, LIGHT, signal)
      : api.queryRuns(query, page, LIGHT, signal);
  try {
    let cursor: string | undefined;
    for (let page = 0; page < EMPTY_PAGES; page += 1) {
      const { rows, nextCursor } = await ask({ pageSize: 1, cursor });
      if (rows.length > 0) return { kind: 'some' };
      if (nextCursor === undefined) return { kind: 'none' };
      cursor = nextCursor;
    }
    return { kind: 'unknown' };
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
