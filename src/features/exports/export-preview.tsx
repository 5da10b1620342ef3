import { useQueries, useQuery } from '@tanstack/react-query';
import { runStatsOptions } from '../../api/queries.ts';
import type { Api } from '../../contract/api.ts';
import type { BulkExport, BulkExportDraft } from '../../contract/bulk-export.ts';
import { formatCount } from '../../lib/format-count.ts';
import { formatAbsolute } from '../../lib/format-time.ts';
import type { Deployment } from '../../url/screens.ts';
import { exportsOptions } from './exports-queries.ts';
import styles from './exports.module.css';
import { comingWindows, dayPartitions, overdueWindows } from './plan/export-windows.ts';
import { EXPORT_LIMITS } from './plan/export-limits.ts';
import { type ExportSpan, overlappingExports } from './plan/overlapping-exports.ts';

interface ExportPreviewProps {
  readonly api: Api;
  readonly deployment: Deployment;
  readonly drafts: readonly BulkExportDraft[];
  readonly now: number;
}

/** What is going to happen, before anything does. */
export function ExportPreview({ api, deployment, drafts, now }: ExportPreviewProps) {
  const [first] = drafts;
  if (!first) return null;
  return (
    <section className={styles.preview} aria-label="What will happen">
      <h3 className={styles.codeTitle}>What will happen</h3>
      <ul className={styles.points}>
        {first.intervalHours === undefined ? (
          <Once api={api} drafts={drafts} />
        ) : (
          <Scheduled from={first.from} hours={first.intervalHours} now={now} />
        )}
        <Overlaps api={api} drafts={drafts} />
        <li>
          A day that fails is tried again up to {EXPORT_LIMITS.retries} times,{' '}
          {EXPORT_LIMITS.retryDelaySeconds} seconds apart, within {EXPORT_LIMITS.hoursPerRun} hours; errors of
          the bucket are not tried again. The whole may take {EXPORT_LIMITS.hoursPerExport} hours. One day
          that fails for good fails the export; what is written stays.
        </li>
        {deployment.kind === 'server' && (
          <li>
            On LangSmith Cloud {EXPORT_LIMITS.exportsAtOnce} exports run at a time, and at most{' '}
            {EXPORT_LIMITS.createsPerHour} can be created in an hour, those of schedules included. Bulk
            exports need an Enterprise plan (Plus, for customers before 3 August 2026).
          </li>
        )}
      </ul>
    </section>
  );
}

function Once({ api, drafts }: Pick<ExportPreviewProps, 'api' | 'drafts'>) {
  const counts = useQueries({
    queries: drafts.map(({ projectId, from, to, filter }) => ({
      ...runStatsOptions(api, {
        projectIds: projectId === undefined ? [] : [projectId],
        window: { from, ...(to === undefined ? {} : { to }) },
        ...(filter.trim() === '' ? {} : { filter: filter.trim() }),
      }),
      enabled: projectId !== undefined,
    })),
  });
  const [first] = drafts;
  const days = dayPartitions({ from: first!.from, to: first!.to ?? first!.from }).length * drafts.length;
  const known = counts.map(({ data }) => data?.runCount);
  const runs = known.every((count) => count !== undefined)
    ? known.reduce((sum, count) => sum + count, 0)
    : undefined;
  return (
    <li>
      {drafts.length > 1 && `${drafts.length} exports, one for each project. `}
      {formatCount(days)} day {days === 1 ? 'partition' : 'partitions'} (UTC),{' '}
      {runs === undefined
        ? drafts.some(({ projectId }) => projectId === undefined)
          ? 'the runs of all experiments are not counted beforehand.'
          : counts.some(({ error }) => error)
            ? 'the runs could not be counted.'
            : 'the runs are being counted…'
        : `about ${formatCount(runs)} runs.`}
    </li>
  );
}

function Scheduled({
  from,
  hours,
  now,
}: {
  readonly from: number;
  readonly hours: number;
  readonly now: number;
}) {
  const overdue = overdueWindows(from, hours, now);
  const coming = comingWindows(from, hours, now, 3);
  return (
    <li>
      {overdue > 0 && `${formatCount(overdue)} windows are over already and are exported at once. `}
      Then each window ten minutes after its end:
      <ul>
        {coming.map((window) => (
          <li key={window.from}>
            {formatAbsolute(window.from).slice(0, 16)} to {formatAbsolute(window.to).slice(0, 16)}, exported
            at {formatAbsolute(window.startsAt).slice(0, 16)}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Overlaps({ api, drafts }: Pick<ExportPreviewProps, 'api' | 'drafts'>) {
  const { data = [] } = useQuery(exportsOptions(api));
  const spans = data.flatMap(spanOf);
  const found = drafts.flatMap(({ projectId, from, to, filter }) =>
    projectId === undefined ? [] : overlappingExports({ projectId, from, to: to ?? Infinity, filter }, spans),
  );
  if (found.length === 0) return null;
  const same = found.find(({ kind }) => kind === 'same');
  return (
    <li className={styles.warning}>
      {same
        ? `The very same export is there already${same.isRunning ? ' and still at work' : ''} (${same.id.slice(0, 8)}).`
        : `${formatCount(found.length)} ${found.length === 1 ? 'export covers' : 'exports cover'} a part of this window already.`}{' '}
      Its rows would be written a second time.
    </li>
  );
}

function spanOf(one: BulkExport): readonly ExportSpan[] {
  const { id, projectId, destinationId, from, to, filter, status } = one;
  return from === undefined ? [] : [{ id, projectId, destinationId, from, to, filter, status }];
}
