import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy, DatabaseBackup } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { Api } from '../../contract/api.ts';
import type { BulkExport, ExportRun } from '../../contract/bulk-export.ts';
import { isHttpError } from '../../contract/http-error.ts';
import { compactCount, formatCount } from '../../lib/format-count.ts';
import { formatAbsolute } from '../../lib/format-time.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import { LoadError } from '../../parts/load-error.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useNow } from '../../ui/now.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { DayAdvice } from './day-advice.tsx';
import { projectWords, windowWords } from './export-list.tsx';
import type { ExportsPageProps } from './exports-page-props.ts';
import {
  destinationsOptions,
  exportOptions,
  exportRunsOptions,
  forgetExports,
  projectNamesOptions,
} from './exports-queries.ts';
import styles from './exports.module.css';
import { WatchRequests } from './export-requests.tsx';
import { NotifyButton } from './notify-button.tsx';
import { Partitions } from './partitions.tsx';
import { type ExportForm, formOfExport } from './plan/export-form.ts';
import { exportProgress, isOver, type RunProgress } from './plan/export-progress.ts';
import { ScheduleDetail } from './schedule-detail.tsx';
import { StatusBadge } from './status-badge.tsx';
import { UseData } from './use-data-panel.tsx';

interface ExportDetailProps extends ExportsPageProps {
  readonly id: string;
  readonly onGo: (change: { readonly exportId?: string }) => void;
  readonly onRepeat: (form: Partial<ExportForm>) => void;
}

export function ExportDetail(props: ExportDetailProps) {
  const { api, id, screen, hrefOf, onGo, onRepeat } = props;
  const hrefOfExport = (exportId: string) =>
    hrefOf({ kind: 'exports', deployment: screen.deployment, exportId });
  const one = useQuery(exportOptions(api, id));
  const runs = useQuery(exportRunsOptions(api, id, one.data));
  const projectIds = useMemo(() => projectsOf(one.data, runs.data ?? []), [one.data, runs.data]);
  const { data: names = {} } = useQuery(projectNamesOptions(api, projectIds));
  const { data: destinations = [] } = useQuery(destinationsOptions(api));
  const toList = (
    <Button size="sm" onPress={() => onGo({})}>
      All exports
    </Button>
  );
  if (one.error && !one.data) {
    const isForgotten =
      screen.deployment.kind !== 'server' && isHttpError(one.error) && one.error.status === 404;
    return isForgotten ? (
      <EmptyState icon={DatabaseBackup} title="This export is gone" actions={toList}>
        <p>
          Exports of the sample live in the tab that started them, until it is loaded anew. Files that went
          into a bucket are still there.
        </p>
      </EmptyState>
    ) : (
      <LoadError what="this export" error={one.error} onRetry={() => void one.refetch()} elsewhere={toList} />
    );
  }
  if (!one.data) return <Spinner label="Loading the export" />;
  const wanted = one.data;
  const name = wanted.projectId === undefined ? undefined : names[wanted.projectId];
  const destination = destinations.find((each) => each.id === wanted.destinationId);
  return (
    <article className={styles.detail} aria-label={`Export ${wanted.id}`}>
      <div className={styles.header}>
        <BackLink href={hrefOf({ kind: 'exports', deployment: screen.deployment })}>All exports</BackLink>
        <div className={styles.buttons}>
          <NotifyButton
            api={api}
            id={wanted.id}
            status={wanted.status}
            title={`Export of ${projectWords(wanted, names)}`}
          />
          <Button icon={Copy} onPress={() => onRepeat(formOfExport(wanted, name))}>
            Duplicate
          </Button>
          {!isOver(wanted.status) && <CancelButton api={api} wanted={wanted} />}
        </div>
      </div>
      <h2 className={styles.subheading}>
        {projectWords(wanted, names)} <StatusBadge status={wanted.status} />
      </h2>
      <Facts
        wanted={wanted}
        destination={destination?.displayName ?? wanted.destinationId}
        hrefOf={hrefOfExport}
      />
      {runs.error && <LoadError what="its runs" error={runs.error} onRetry={() => void runs.refetch()} />}
      {wanted.intervalHours === undefined ? (
        <>
          <Progress wanted={wanted} runs={runs.data ?? []} />
          <Partitions
            runs={runs.data ?? []}
            names={names}
            onRepeat={(stretch) =>
              onRepeat(formOfExport(wanted, names[stretch.projectId ?? ''] ?? name, stretch))
            }
            renderAdvice={(text) =>
              destination && (
                <DayAdvice text={text} destination={destination} deployment={screen.deployment} />
              )
            }
          />
          {destination && (
            <UseData {...props} wanted={wanted} destination={destination} runs={runs.data ?? []} />
          )}
        </>
      ) : (
        <ScheduleDetail api={api} schedule={wanted} hrefOf={hrefOfExport} />
      )}
      <WatchRequests wanted={wanted} deployment={screen.deployment} />
    </article>
  );
}

/** Each once. */
const projectsOf = (one: BulkExport | undefined, runs: readonly ExportRun[]): readonly string[] => [
  ...new Set([one, ...runs].flatMap((each) => each?.projectId ?? [])),
];

interface FactsProps {
  readonly wanted: BulkExport;
  readonly destination: string;
  readonly hrefOf: (exportId: string) => string;
}

function Facts({ wanted, destination, hrefOf }: FactsProps) {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Window', windowWords(wanted)],
    ['Destination', destination],
    ['Filter', wanted.filter || undefined],
    ['Layout', `${wanted.formatVersion}, ${wanted.compression}`],
    ['Columns', wanted.fields?.join(', ')],
    ['Created', formatAbsolute(wanted.createdAt)],
    ['Ended', wanted.finishedAt === undefined ? undefined : formatAbsolute(wanted.finishedAt)],
    [
      'Started by',
      wanted.sourceExportId === undefined ? undefined : (
        <a href={hrefOf(wanted.sourceExportId)}>schedule {wanted.sourceExportId}</a>
      ),
    ],
    ['Id', wanted.id],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Progress({ wanted, runs }: { readonly wanted: BulkExport; readonly runs: readonly ExportRun[] }) {
  const now = useNow();
  const startedAt = wanted.createdAt ?? now;
  const progress = exportProgress(runs.map(asProgress), startedAt, Math.max(now, startedAt));
  const { done, failed, total, rows, files, rowsPerSecond, remaining } = progress;
  const isWorking = !isOver(wanted.status);
  return (
    <section className={styles.progress} aria-label="Progress">
      {isWorking && (
        <ProgressBar
          label={`${done} of ${total} days are written`}
          value={done + failed}
          max={Math.max(1, total)}
        />
      )}
      <p>
        {formatCount(rows)} rows in {formatCount(files)} files; {done} of {total} days written
        {failed > 0 && `, ${failed} failed or cancelled`}
        {rowsPerSecond !== undefined &&
          rows > 0 &&
          `; ${compactCount(Math.round(rowsPerSecond))} rows a second`}
        {isWorking && (remaining === undefined ? '.' : `; about ${formatDuration(remaining / 1000)} left.`)}
      </p>
    </section>
  );
}

const asProgress = (run: ExportRun): RunProgress => ({
  status: run.status,
  rowsWritten: run.rowsWritten,
  createdAt: run.createdAt ?? 0,
  finishedAt: run.finishedAt,
  files: run.files.length,
  errors: run.errors.map(({ text }) => text),
});

function CancelButton({ api, wanted }: { readonly api: Api; readonly wanted: BulkExport }) {
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const cancel = async () => {
    setAsking(false);
    try {
      await api.bulkExports.cancelExport(wanted.id);
    } catch (error) {
      toast(`It was not cancelled: ${error instanceof Error ? error.message : String(error)}`, {
        tone: 'danger',
      });
    }
    await forgetExports(client, api);
  };
  return (
    <>
      <Button variant="danger" onPress={() => setAsking(true)}>
        Cancel
      </Button>
      <Dialog
        title="Cancel this export?"
        isOpen={isAsking}
        size="sm"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>Keep it</Button>
            <Button variant="danger" onPress={() => void cancel()}>
              Cancel the export
            </Button>
          </>
        }
      >
        <p>
          {wanted.intervalHours === undefined
            ? 'It cannot be started again: a new export must be made. Files that are written stay in the bucket; days that are not finished are left out.'
            : 'No further window is exported. Exports that it has started already go on.'}
        </p>
      </Dialog>
    </>
  );
}
