import type { Project } from '../../contract/run.ts';

const DAY_MS = 86_400_000;

export const isExperiment = (project: Project): boolean => project.referenceDatasetId !== undefined;

/**
 * Where a person most likely wants to look when the link names no project: among those that were active
 * on the same day as the most recent one, the one that stands best in both lists, the latest and the
 * busiest. Experiments only when there is nothing else.
 */
export function defaultProject(projects: readonly Project[]): Project | undefined {
  const regular = projects.filter((project) => !isExperiment(project));
  const pool = regular.length > 0 ? regular : projects;
  const newest = Math.max(...pool.map(activityOf));
  const active = pool.filter((project) => activityOf(project) >= newest - DAY_MS);
  const latest = active.toSorted((a, b) => activityOf(b) - activityOf(a));
  const busiest = active.toSorted((a, b) => runsOf(b) - runsOf(a) || activityOf(b) - activityOf(a));
  const places = (project: Project) => latest.indexOf(project) + busiest.indexOf(project);
  return busiest.toSorted((a, b) => places(a) - places(b))[0];
}

const runsOf = (project: Project) => project.stats?.runCount ?? 0;
const activityOf = (project: Project) => project.lastRunStartTime ?? project.startTime ?? 0;

/** Most recently active first; projects that match the search only. */
export function listedProjects(projects: readonly Project[], search: string): readonly Project[] {
  const words = search.toLowerCase().split(/\s+/);
  return projects
    .filter((project) => {
      const text = `${project.name} ${project.id} ${project.description ?? ''}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => activityOf(b) - activityOf(a) || a.name.localeCompare(b.name));
}
