/** Projects, `/api/v1/sessions` on both generations (CONTRACT §8). */
import type { ProjectQuery, TimeWindow } from '../contract/api.ts';
import { isHttpError } from '../contract/http-error.ts';
import { NotFoundError } from '../contract/not-found-error.ts';
import { projectFrom, projectList, projectMetadata, wireProject } from '../contract/project.ts';
import type { Project } from '../contract/run.ts';
import { checkBody } from '../contract/schema.ts';
import { BEGINNING } from './open-window.ts';
import type { Params, Server } from './server.ts';
import { printBound } from './v1-query.ts';

const WEEK = 7 * 86_400_000;
const HOUR = 3_600_000;
const ignore = () => {};

/** Without a start the server chooses its own window (UNKNOWNS U29). On a grid, so that answers are shared. */
const statsParams = (since: number | undefined, now: number): Params => [
  ['include_stats', true],
  ['stats_start_time', printBound(since ?? Math.ceil((now - WEEK) / HOUR) * HOUR)],
];

export async function listProjects(
  server: Server,
  query: ProjectQuery,
  signal?: AbortSignal,
): Promise<readonly Project[]> {
  const params: Params = [
    ['name', query.name],
    ['name_contains', query.nameContains || undefined],
    ['reference_free', query.withoutExperiments || undefined],
    ...(query.includeStats ? statsParams(query.statsSince, server.now()) : []),
    ['sort_by', 'last_run_start_time'],
    ['sort_by_desc', true],
    ['offset', query.offset],
    ['limit', Math.min(Math.max(1, query.limit), 100)],
  ];
  const answer = await server.getV1('/sessions', params, signal);
  return checkBody(projectList, answer, '/api/v1/sessions').map((row) => projectFrom(row, ignore));
}

export async function getProject(
  server: Server,
  id: string,
  statsSince: number | undefined,
  signal?: AbortSignal,
): Promise<Project> {
  const path = `/sessions/${encodeURIComponent(id)}`;
  try {
    const answer = await server.getV1(path, statsParams(statsSince, server.now()), signal);
    return projectFrom(checkBody(wireProject, answer, `/api/v1${path}`), ignore);
  } catch (error) {
    if (isHttpError(error) && error.status === 404 && !error.problem.isHtml)
      throw new NotFoundError('project', id, 'It may be deleted, or belong to another workspace.');
    throw error;
  }
}

/** Values offered per key; the server's own default is ten. */
const TOP_VALUES = 50;

/** The endpoint knows a start only; the window's end does not count. */
export async function metadataOf(
  server: Server,
  projectId: string,
  window: TimeWindow,
  signal?: AbortSignal,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const path = `/sessions/${encodeURIComponent(projectId)}/metadata`;
  const params: Params = [
    ['k', TOP_VALUES],
    ['start_time', printBound(window.from ?? BEGINNING)],
    ['root_runs_only', false],
  ];
  const answer = await server.getV1(path, params, signal);
  const values = checkBody(projectMetadata, answer, `/api/v1${path}`);
  return Object.fromEntries(
    Object.entries(values).map(([key, list]) => [key, list.filter((value) => value !== null).map(String)]),
  );
}
