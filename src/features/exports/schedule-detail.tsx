import { useQuery } from '@tanstack/react-query';
import type { Api } from '../../contract/api.ts';
import type { BulkExport } from '../../contract/bulk-export.ts';
import { formatAbsolute } from '../../lib/format-time.ts';
import { useNow } from '../../ui/now.ts';
import { windowWords } from './export-list.tsx';
import styles from './exports.module.css';
import { exportsOptions } from './exports-queries.ts';
import { isOver } from './plan/export-progress.ts';
import { comingWindows } from './plan/export-windows.ts';
import { StatusBadge } from './status-badge.tsx';

interface ScheduleDetailProps {
  readonly api: Api;
  readonly schedule: BulkExport;
  readonly hrefOf: (exportId: string) => string;
}

/** Exports that are listed; the rest is in the list of all. */
const LISTED = 20;

/** What a schedule has started, and what it is going to start. */
export function ScheduleDetail({ api, schedule, hrefOf }: ScheduleDetailProps) {
  const { data = [] } = useQuery(exportsOptions(api));
  const started = data
    .filter(({ sourceExportId }) => sourceExportId === schedule.id)
    .toSorted((a, b) => (b.from ?? 0) - (a.from ?? 0));
  return (
    <>
      <p className={styles.remark}>
        A schedule writes nothing itself: each of its windows is an export of its own. Cancelling it leaves
        those as they are.
      </p>
      {!isOver(schedule.status) && <Coming schedule={schedule} />}
      <section aria-label="Exports of this schedule">
        <h3 className={styles.codeTitle}>
          {started.length === 0 ? 'No export has been started yet' : `${started.length} exports were started`}
        </h3>
        <ul className={styles.points}>
          {started.slice(0, LISTED).map((one) => (
            <li key={one.id}>
              <a href={hrefOf(one.id)}>{windowWords(one)}</a> <StatusBadge status={one.status} />
            </li>
          ))}
        </ul>
        {started.length > LISTED && (
          <p className={styles.remark}>The newest {LISTED}; the others are in the list of all exports.</p>
        )}
      </section>
    </>
  );
}

function Coming({ schedule: { from, intervalHours } }: Pick<ScheduleDetailProps, 'schedule'>) {
  const now = useNow();
  if (from === undefined || intervalHours === undefined) return null;
  return (
    <section aria-label="Coming windows">
      <h3 className={styles.codeTitle}>Coming windows</h3>
      <ul className={styles.points}>
        {comingWindows(from, intervalHours, now, 3).map((window) => (
          <li key={window.from}>
            {formatAbsolute(window.from).slice(0, 16)} to {formatAbsolute(window.to).slice(0, 16)}, exported
            at {formatAbsolute(window.startsAt).slice(0, 16)}
          </li>
        ))}
      </ul>
    </section>
  );
}
