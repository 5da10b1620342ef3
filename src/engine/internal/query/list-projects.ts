import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import type { EvaluableRun } from '../../../filter/evaluable-run.ts';
import { evaluate } from '../../../filter/evaluate.ts';
import { flatten } from '../../../filter/flatten.ts';
import { HttpError } from '../http/http-error.ts';
import type { QueryParams } from '../http/query-params.ts';
import type { StoredProject } from '../workspace/project-book.ts';
import { lastRunStart, type Workspace } from '../workspace/workspace.ts';
import { projectStats, type ProjectStats } from './project-stats.ts';
import { readFilter } from './read-filter.ts';

const SORTABLE = [
  'start_time',
  'name',
  'last_run_start_time',
  'latency_p50',
  'latency_p99',
  'error_rate',
  'feedback',
  'runs_count',
] as const;

type SortBy = (typeof SORTABLE)[number];

export interface ListedProject {
  readonly project: StoredProject;
  readonly stats: ProjectStats | undefined;
}

/** GET /sessions with all its parameters (CONTRACT §8). */
export function listProjects(workspace: Workspace, params: QueryParams): readonly ListedProject[] {
  const since = params.time('stats_start_time');
  const statsFilter = readFilter('filter', params.text('stats_filter'));
  const withStats = (project: StoredProject) => projectStats(workspace, project.id, since, statsFilter);
  const includeStats = params.boolean('include_stats') ?? false;
  const offset = params.integer('offset', { min: 0, byDefault: 0 });
  const limit = params.integer('limit', { min: 1, max: 100, byDefault: 100 });
  const sorted = sort(workspace, params, workspace.projects.all().filter(matcher(params)), withStats);
  return sorted.slice(offset, offset + limit).map(({ project, stats }) => ({
    project,
    stats: includeStats ? (stats ?? withStats(project)) : undefined,
  }));
}

function matcher(params: QueryParams): (project: StoredProject) => boolean {
  const ids = params.ids('id');
  const name = params.text('name');
  const part = params.text('name_contains')?.toLowerCase();
  const datasets = params.ids('reference_dataset');
  const referenceFree = params.boolean('reference_free');
  const version = params.text('dataset_version');
  const metadata = metadataOf(params.text('metadata'));
  const filter = readFilter('filter', params.text('filter'));
  // Tags of the organisation are not kept here, so no project has one.
  const isTagged = params.texts('tag_value_id') === undefined;
  return (project) =>
    isTagged &&
    (!ids || ids.includes(project.id)) &&
    (name === undefined || project.name === name) &&
    (part === undefined || project.name.toLowerCase().includes(part)) &&
    (!datasets || datasets.includes(project.reference_dataset_id ?? '')) &&
    (referenceFree === undefined || (project.reference_dataset_id === null) === referenceFree) &&
    (version === undefined || metadataIn(project)['dataset_version'] === version) &&
    Object.entries(metadata).every(([key, value]) => sameJson(metadataIn(project)[key], value)) &&
    (!filter || evaluate(filter, asRun(project)));
}

/** Sorting by a statistic computes it for every project; sorting by name or time touches none. */
function sort(
  workspace: Workspace,
  params: QueryParams,
  projects: readonly StoredProject[],
  statsOf: (project: StoredProject) => ProjectStats,
): readonly ListedProject[] {
  const by = params.oneOf('sort_by', SORTABLE) ?? 'start_time';
  const descending = params.boolean('sort_by_desc') ?? true;
  const feedbackKey = params.text('sort_by_feedback_key');
  const needsStats = !['start_time', 'name', 'last_run_start_time'].includes(by);
  const keyed = projects.map((project) => {
    const stats = needsStats ? statsOf(project) : undefined;
    return { project, stats, key: sortKey(workspace, by, project, stats, feedbackKey) };
  });
  return keyed.toSorted(
    (a, b) => compareKeys(a.key, b.key, descending) || compare(a.project.id, b.project.id),
  );
}

function sortKey(
  workspace: Workspace,
  by: SortBy,
  project: StoredProject,
  stats: ProjectStats | undefined,
  feedbackKey: string | undefined,
): string | number | null {
  switch (by) {
    case 'name':
      return project.name.toLowerCase();
    case 'start_time':
      return project.start_time;
    case 'last_run_start_time':
      return lastRunStart(workspace, project.id) ?? null;
    case 'runs_count':
      return stats?.traces.run_count ?? null;
    case 'feedback':
      return stats?.runs.feedback_stats[feedbackKey ?? '']?.avg ?? null;
    default:
      return stats?.traces[by] ?? null;
  }
}

/** Projects without a value come last in either direction. */
function compareKeys(a: string | number | null, b: string | number | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return descending ? compare(b, a) : compare(a, b);
}

function compare<Key extends string | number>(a: Key, b: Key): number {
  return a < b ? -1 : Number(a > b);
}

/** The filter language speaks of runs; a project has its id, its name, its times and its metadata. */
function asRun(project: StoredProject): EvaluableRun {
  return {
    id: project.id,
    traceId: project.id,
    projectId: project.id,
    threadIds: [],
    isRoot: true,
    name: project.name,
    runType: '',
    status: '',
    startTime: project.start_time,
    ...(project.end_time !== null && { endTime: project.end_time }),
    tags: [],
    metadata: flatten(metadataIn(project)),
    inputs: [],
    outputs: [],
    feedback: [],
  };
}

/** JSON text in the query string: every pair must be in the project's metadata. */
function metadataOf(text: string | undefined): JsonObject {
  if (text === undefined || text.trim() === '') return {};
  try {
    const value = JSON.parse(text) as JsonValue;
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
  } catch {
    // Reported below together with JSON that is not an object.
  }
  throw new HttpError(422, [
    { loc: ['query', 'metadata'], msg: 'Input should be a JSON object', type: 'json' },
  ]);
}

function metadataIn(project: StoredProject): JsonObject {
  const metadata = project.extra?.['metadata'];
  return metadata !== null && typeof metadata === 'object' && !Array.isArray(metadata) ? metadata : {};
}

function sameJson(a: JsonValue | undefined, b: JsonValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
