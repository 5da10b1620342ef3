/** Feedback of the runs of a page. Runs whose statistics name none are not asked about. */
import type { Api } from '../../../contract/api.ts';
import type { FullRun } from '../../../contract/run.ts';
import type { SpoolRecord } from '../../../extract/spool.ts';

const RUNS_PER_REQUEST = 100;
/** The client reads feedback in pages of this size. */
const PAGE = 100;

export async function feedbackOfRuns(
  api: Api,
  rows: readonly FullRun[],
  patient: <T>(ask: () => Promise<T>) => Promise<T>,
  signal: AbortSignal,
): Promise<{ readonly records: readonly SpoolRecord[]; readonly requests: number }> {
  const ids = rows.filter(({ run }) => Object.keys(run.feedback).length > 0).map(({ run }) => run.id);
  const records: SpoolRecord[] = [];
  let requests = 0;
  for (let from = 0; from < ids.length; from += RUNS_PER_REQUEST) {
    const runIds = ids.slice(from, from + RUNS_PER_REQUEST);
    const found = await patient(() => api.listFeedback({ runIds }, signal));
    requests += Math.floor(found.length / PAGE) + 1;
    for (const feedback of found) records.push({ k: 'feedback', feedback });
  }
  return { records, requests };
}
