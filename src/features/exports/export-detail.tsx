import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, Copy } from 'lucide-react';
import { useState } from 'react';
import type { Api } from '../../contract/api.ts';
import type { BulkExport, ExportRun } from '../../contract/bulk-export.ts';
import { compactCount, formatCount } from '../../lib/format-count.ts';
import { formatAbsolute } from '../../lib/format-time.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import { LoadError } from '../../parts/load-error.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useNow } from '../../ui/now.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { toast } from '../../ui/toast-queue.ts';
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
import { NotifyButton } from './notify-button.tsx';
import { Partitions } from './partitions.tsx';
import { type ExportForm, formOfExport } from './plan/export-form.ts';
import { exportProgress, isOver, type RunProgress } from './plan/export-progress.ts';
import { StatusBadge } from './status-badge.tsx';
import { UseData } from './use-data-panel.tsx';

interface ExportDetailProps extends ExportsPageProps {
  readonly id: string;
  readonly onGo: (change: { readonly exportId?: string }) => void;
  readonly onRepeat: (form: Partial<ExportForm>) => void;
}

export function ExportDetail(props: ExportDetailProps) {
  const { api, id, onGo, onRepeat } = props;
  const one = useQuery(exportOptions(api, id));
  const runs = useQuery(exportRunsOptions(api, id, one.data?.status));
  const { data: names = {} } = useQuery(projectNamesOptions(api));
  const { data: destinations = [] } = useQuery(destinationsOptions(api));
  if (one.error && !one.data) {
    return (
      <LoadError
        what="this export"
        error={one.error}
        onRetry={() => void one.refetch()}
        elsewhere={
          <Button size="sm" onPress={() => onGo({})}>
            All exports
          </Button>
        }
      />
    );
  }
  if (!one.data) return <Spinner label="Loading the export" />;
  const wanted = one.data;
  const name = wanted.projectId === undefined ? undefined : names[wanted.projectId];
  const destination = destinations.find((each) => each.id === wanted.destinationId);
  return (
    <article className={styles.detail} aria-label={`Export ${wanted.id}`}>
      <div className={styles.header}>
        <Button variant="ghost" icon={ArrowLeft} onPress={() => onGo({})}>
          All exports
        </Button>
        <div className={styles.buttons}>
          <NotifyButton status={wanted.status} title={`Export of ${projectWords(wanted, names)}`} />
          <Button icon={Copy} onPress={() => onRepeat(formOfExport(wanted, name))}>
            Duplicate
          </Button>
          {!isOver(wanted.status) && <CancelButton api={api} wanted={wanted} />}
        </div>
      </div>
      <h2 className={styles.subheading}>
        {projectWords(wanted, names)} <StatusBadge status={wanted.status} />
      </h2>
      <Facts wanted={wanted} destination={destination?.displayName ?? wanted.destinationId} />
      {runs.error && <LoadError what="its runs" error={runs.error} onRetry={() => void runs.refetch()} />}
      {wanted.intervalHours === undefined ? (
        <>
          <Progress wanted={wanted} runs={runs.data ?? []} />
          <Partitions
            runs={runs.data ?? []}
            onRepeat={(stretch) =>
              onRepeat(formOfExport(wanted, names[stretch.projectId ?? ''] ?? name, stretch))
            }
          />
          {destination && (
            <UseData {...props} wanted={wanted} destination={destination} runs={runs.data ?? []} />
          )}
        </>
      ) : (
        <p className={styles.remark}>
          A schedule writes nothing itself: each of its windows is an export of its own in the list.
          Cancelling it leaves those as they are.
        </p>
      )}
    </article>
  );
}

function Facts({ wanted, destination }: { readonly wanted: BulkExport; readonly destination: string }) {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Window', windowWords(wanted)],
    ['Destination', destination],
    ['Filter', wanted.filter || undefined],
    ['Layout', `${wanted.formatVersion}, ${wanted.compression}`],
    ['Columns', wanted.fields?.join(', ')],
    ['Created', formatAbsolute(wanted.createdAt)],
    ['Ended', wanted.finishedAt === undefined ? undefined : formatAbsolute(wanted.finishedAt)],
    ['Started by', wanted.sourceExportId === undefined ? undefined : `schedule ${wanted.sourceExportId}`],
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
