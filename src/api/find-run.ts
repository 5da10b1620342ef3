/**
 * A run by its id alone. v1 answers that; v2 needs a project, but takes many at once, so the most recently
 * active ones are asked when v1's route is gone, or empty because only v2 sees the data.
 */
import type { Generation } from '../contract/api.ts';
import { isHttpError } from '../contract/http-error.ts';
import { NotFoundError } from '../contract/not-found-error.ts';
import type { Run } from '../contract/run.ts';
import { runFromV2 } from '../contract/run-v2.ts';
import { collectNotices } from './notices.ts';
import { listProjects } from './projects.ts';
import { V2_TRACE } from './selects.ts';
import type { Server } from './server.ts';
import { v1FindRun } from './v1-runs.ts';
import { queryV2 } from './v2-runs.ts';

const PROJECTS = 100;

/** `undefined`: not found; `'gone'`: this server has no such route any more. */
async function viaV1(server: Server, id: string, signal?: AbortSignal): Promise<Run | undefined | 'gone'> {
  try {
    return await v1FindRun(server, id, signal);
  } catch (error) {
    if (isHttpError(error) && [404, 405, 410, 501].includes(error.status)) return 'gone';
    throw error;
  }
}

async function viaProjects(server: Server, id: string, signal?: AbortSignal): Promise<Run> {
  const query = { includeStats: false, offset: 0, limit: PROJECTS };
  const projects = await listProjects(server, query, signal);
  const searched = `The ${projects.length} most recently active projects were searched.`;
  if (projects.length === 0) throw new NotFoundError('run', id, searched);
  const notices = collectNotices();
  const question = {
    filters: { project_ids: projects.map((project) => project.id), ids: [id] },
    from: undefined,
    to: undefined,
    selects: V2_TRACE,
    pageSize: 1,
  };
  const { items } = await queryV2(server, question, notices, signal);
  if (!items[0]) throw new NotFoundError('run', id, searched);
  return runFromV2(items[0], { appUrl: server.appUrl, misread: notices.misread });
}

export async function findRun(
  server: Server,
  generation: Generation,
  id: string,
  signal?: AbortSignal,
): Promise<Run> {
  const run = await viaV1(server, id, signal);
  const isMissing = run === undefined || run === 'gone';
  if (isMissing && generation === 'v2') return viaProjects(server, id, signal);
  if (isMissing) throw new NotFoundError('run', id, 'Every project that this key can see was searched.');
  return run;
}
