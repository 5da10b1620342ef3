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
  readonly hrefOf: (exportId: string) => string;
}

/** What is going to happen, before anything does. */
export function ExportPreview({ api, deployment, drafts, now, hrefOf }: ExportPreviewProps) {
  const [first] = drafts;
  if (!first) return null;
  return (
    <section className={styles.preview} aria-label="What will happen">
      <h3 className={styles.codeTitle}>What will happen</h3>
      <ul className={styles.points}>
        {first.intervalHours === undefined ? (
          <Once api={api} drafts={drafts} />
        ) : (
          <Scheduled
            from={first.from}
            hours={first.intervalHours}
            now={now}
            isServer={deployment.kind === 'server'}
          />
        )}
        <Overlaps api={api} drafts={drafts} hrefOf={hrefOf} />
        <li>
          A day that fails is tried again up to {EXPORT_LIMITS.retries} times,{' '}
          {EXPORT_LIMITS.retryDelaySeconds} seconds apart, within {EXPORT_LIMITS.hoursPerRun} hours; errors of
          the bucket are not tried again. Up to {EXPORT_LIMITS.runsAtOnce} days are written at a time. The
          whole may take {EXPORT_LIMITS.hoursPerExport} hours (an older document of LangSmith says 24). One
          day that fails for good fails the export; what is written stays.
        </li>
        {deployment.kind === 'server' && (
          <li>
            On LangSmith Cloud {EXPORT_LIMITS.exportsAtOnce} exports run at a time, at most{' '}
            {EXPORT_LIMITS.createsPerHour} can be created in an hour, those of schedules included,{' '}
            {EXPORT_LIMITS.schedules} schedules can be active, and all experiments may be at most{' '}
            {EXPORT_LIMITS.experiments}. Bulk exports need an Enterprise plan (Plus, for customers before 3
            August 2026).
          </li>
        )}
        {deployment.kind !== 'server' && (
          <li className={styles.warning}>
            This export lives in this tab: loading the page anew forgets it, and the files that it keeps here.
            Files in a bucket stay.
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
  const isAllExperiments = drafts.some(({ projectId }) => projectId === undefined);
  const known = counts.map(({ data }) => data?.runCount);
  const runs = known.every((count) => count !== undefined)
    ? known.reduce((sum, count) => sum + count, 0)
    : undefined;
  return (
    <li>
      {drafts.length > 1 && `${drafts.length} exports, one for each project. `}
      {isAllExperiments
        ? `${formatCount(days)} ${days === 1 ? 'day' : 'days'} (UTC), each a partition of every experiment that has runs then; `
        : `${formatCount(days)} day ${days === 1 ? 'partition' : 'partitions'} (UTC), `}
      {runs === undefined
        ? isAllExperiments
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
  isServer,
}: {
  readonly from: number;
  readonly hours: number;
  readonly now: number;
  readonly isServer: boolean;
}) {
  const overdue = overdueWindows(from, hours, now);
  const coming = comingWindows(from, hours, now, 3);
  return (
    <li>
      {overdue > 0 && `${formatCount(overdue)} windows are over already and are exported at once. `}
      {overdue > EXPORT_LIMITS.createsPerHour && (
        <strong className={styles.warning}>
          {isServer ? 'LangSmith Cloud creates' : 'The engine creates'} at most {EXPORT_LIMITS.createsPerHour}{' '}
          an hour: a later start, longer windows, or one export for the past would do it in one go.{' '}
        </strong>
      )}
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

function Overlaps({ api, drafts, hrefOf }: Pick<ExportPreviewProps, 'api' | 'drafts' | 'hrefOf'>) {
  const { data = [] } = useQuery(exportsOptions(api));
  const spans = data.flatMap(spanOf);
  const found = drafts.flatMap(({ projectId, from, to, filter }) =>
    overlappingExports({ projectId, from, to: to ?? Infinity, filter }, spans),
  );
  if (found.length === 0) return null;
  const same = found.find(({ kind }) => kind === 'same');
  return (
    <li className={styles.warning}>
      {same
        ? `The very same export is there already${same.isRunning ? ' and still at work' : ''}:`
        : `${formatCount(found.length)} ${found.length === 1 ? 'export covers' : 'exports cover'} a part of this window already:`}{' '}
      {(same ? [same] : found).slice(0, NAMED).map(({ id }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={hrefOf(id)}>{id.slice(0, 8)}</a>
        </span>
      ))}
      {!same && found.length > NAMED && ` and ${formatCount(found.length - NAMED)} more`}. Their rows would be
      written a second time.
    </li>
  );
}

/** Exports that are linked; the list has the rest. */
const NAMED = 5;

function spanOf(one: BulkExport): readonly ExportSpan[] {
  const { id, projectId, destinationId, from, to, filter, status } = one;
  return from === undefined ? [] : [{ id, projectId, destinationId, from, to, filter, status }];
}
