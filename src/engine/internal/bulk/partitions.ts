/** What an export is cut into: one run for each project and UTC day (CONTRACT §12.3). */

export interface Partition {
  readonly projectId: string;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

const DAY = 86_400_000;

export function partitionsOf(projectIds: readonly string[], from: number, to: number): readonly Partition[] {
  const days: { from: number; to: number }[] = [];
  for (let day = Math.floor(from / DAY) * DAY; day < to; day += DAY) {
    days.push({ from: Math.max(from, day), to: Math.min(to, day + DAY) });
  }
  return projectIds.flatMap((projectId) => days.map((each) => ({ projectId, ...each })));
}

interface PathParts {
  readonly prefix: string;
  readonly exportId: string;
  readonly tenantId: string;
}

/** Inside the bucket; the whole export. */
export function exportPrefix({ prefix, exportId, tenantId }: PathParts): string {
  const start = prefix.replace(/^\/+|\/+$/g, '');
  return [...(start === '' ? [] : [start]), `export_id=${exportId}`, `tenant_id=${tenantId}`].join('/');
}

/**
 * The folder of one partition. `runs` of v1 is no key=value, which breaks Hive readers there (CONTRACT §12.4).
 * Months and days are written without zeros: the one consumer known has `month=8`.
 */
export function partitionFolder(
  parts: PathParts,
  { projectId, from }: Partition,
  format: 'v1' | 'v2_beta',
): string {
  const day = new Date(from);
  return [
    exportPrefix(parts),
    `session_id=${projectId}`,
    format === 'v1' ? 'runs' : 'resource=runs',
    `year=${day.getUTCFullYear()}`,
    `month=${day.getUTCMonth() + 1}`,
    `day=${day.getUTCDate()}`,
  ].join('/');
}
