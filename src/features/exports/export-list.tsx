import { useQueries, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { Api } from '../../contract/api.ts';
import type { BulkExport, Destination } from '../../contract/bulk-export.ts';
import { formatCount } from '../../lib/format-count.ts';
import { formatAbsolute, formatRelative } from '../../lib/format-time.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DatabaseBackup } from 'lucide-react';
import { useNow } from '../../ui/now.ts';
import type { ProjectRef } from '../../url/screens.ts';
import { exportRunsOptions, projectNamesOptions } from './exports-queries.ts';
import styles from './exports.module.css';
import { StatusBadge } from './status-badge.tsx';

const HEADS = ['Status', 'Project', 'Window', 'Created', 'Rows', 'Files', 'Destination'] as const;
const NUMBERS: readonly string[] = ['Rows', 'Files'];

interface ExportListProps {
  readonly api: Api;
  readonly exports: readonly BulkExport[];
  readonly destinations: readonly Destination[];
  readonly hrefOf: (id: string) => string;
  readonly hrefOfRuns: (project: ProjectRef) => string;
  /** The first step of a first export. */
  readonly start: ReactNode;
}

/** Rows and files cost a request for each export; older ones say them on their own page. */
const COUNTED = 20;
/** More are a press away: schedules make hundreds. */
const LISTED = 100;

export function ExportList({ api, exports, destinations, hrefOf, hrefOfRuns, start }: ExportListProps) {
  const now = useNow();
  const [isAll, setAll] = useState(false);
  const newest = useMemo(
    () => exports.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0)),
    [exports],
  );
  const shown = isAll ? newest : newest.slice(0, LISTED);
  const projectIds = useMemo(
    () => [...new Set(newest.slice(0, LISTED).flatMap(({ projectId }) => projectId ?? []))],
    [newest],
  );
  const { data: names = {} } = useQuery(projectNamesOptions(api, projectIds));
  const runs = useQueries({
    queries: newest.slice(0, COUNTED).map((one) => exportRunsOptions(api, one.id, one)),
  });
  if (exports.length === 0) {
    return (
      <EmptyState icon={DatabaseBackup} title="No exports yet" actions={start}>
        <p>An export writes the runs of a project and a time window as Parquet files, day by day.</p>
      </EmptyState>
    );
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Exports">
        <thead>
          <tr>
            {HEADS.map((title) => (
              <th key={title} scope="col" className={NUMBERS.includes(title) ? styles.number : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((one, index) => {
            const counted = runs[index]?.data;
            return (
              <tr key={one.id}>
                <td>
                  <a href={hrefOf(one.id)} className={styles.status}>
                    <StatusBadge status={one.status} />
                    <span className="visually-hidden">Open export {one.id}</span>
                  </a>
                </td>
                <td className={styles.cut} title={projectWords(one, names)}>
                  <ProjectLink one={one} names={names} hrefOfRuns={hrefOfRuns} />
                </td>
                <td>{windowWords(one)}</td>
                <td title={formatAbsolute(one.createdAt)}>{formatRelative(one.createdAt, now)}</td>
                <td className={styles.number}>
                  {counted ? formatCount(sum(counted.map(({ rowsWritten }) => rowsWritten))) : '–'}
                </td>
                <td className={styles.number}>
                  {counted ? formatCount(sum(counted.map(({ files }) => files.length))) : '–'}
                </td>
                <td>{destinations.find(({ id }) => id === one.destinationId)?.displayName ?? '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown.length < newest.length && (
        <p className={styles.remark}>
          The newest {LISTED} of {formatCount(newest.length)}.{' '}
          <Button size="sm" variant="ghost" onPress={() => setAll(true)}>
            Show all
          </Button>
        </p>
      )}
      {newest.length > COUNTED && (
        <p className={styles.remark}>
          Rows and files are counted for the newest {COUNTED}; open an older one to see its own.
        </p>
      )}
    </div>
  );
}

interface ProjectLinkProps extends Pick<ExportListProps, 'hrefOfRuns'> {
  readonly one: BulkExport;
  readonly names: Readonly<Record<string, string>>;
}

function ProjectLink({ one, names, hrefOfRuns }: ProjectLinkProps) {
  const words = projectWords(one, names);
  const { projectId } = one;
  if (projectId === undefined) return words;
  const name = names[projectId];
  return <a href={hrefOfRuns(name === undefined ? { id: projectId } : { id: projectId, name })}>{words}</a>;
}

export const projectWords = (
  { projectId, isAllExperiments }: BulkExport,
  names: Readonly<Record<string, string>>,
): string =>
  projectId === undefined ? (isAllExperiments ? 'All experiments' : '–') : (names[projectId] ?? projectId);

export function windowWords({ from, to, intervalHours }: BulkExport): string {
  const start = formatAbsolute(from).slice(0, 16);
  if (intervalHours !== undefined) return `every ${intervalHours} h since ${start}`;
  return `${start} to ${formatAbsolute(to).slice(0, 16)}`;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
