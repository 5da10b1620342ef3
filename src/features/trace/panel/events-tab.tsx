import { Radio } from 'lucide-react';
import type { Run, RunEvent } from '../../../contract/run.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { formatDuration } from '../../../lib/format-duration.ts';
import { formatAbsolute } from '../../../lib/format-time.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { JsonView } from '../../../ui/json-view.tsx';
import { type EventRow, eventRows } from './event-rows.ts';
import styles from './events-tab.module.css';
import { PayloadState, type PayloadQuery } from './payload-state.tsx';

export function EventsTab({ run, payload }: { readonly run: Run; readonly payload: PayloadQuery }) {
  return (
    <PayloadState query={payload}>
      {({ events }) =>
        events.length === 0 ? (
          <EmptyState icon={Radio} title="No events were recorded">
            SDKs record when a run starts, streams its tokens, and ends.
          </EmptyState>
        ) : (
          <EventTable run={run} events={events} />
        )
      }
    </PayloadState>
  );
}

function EventTable({ run, events }: { readonly run: Run; readonly events: readonly RunEvent[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">After</th>
          <th scope="col">Event</th>
          <th scope="col">Time</th>
        </tr>
      </thead>
      <tbody>
        {eventRows(events).map((row) => (
          <tr key={row.place}>
            <td className={styles.number}>{offsetText(row, run.startTime)}</td>
            <td>
              {row.event.name}
              {row.count > 1 && <span className={styles.count}> ×{formatCount(row.count)}</span>}
              {row.event.details !== undefined && row.count === 1 && (
                <JsonView value={row.event.details} label="Details" initialDepth={1} />
              )}
            </td>
            <td className={styles.number}>{formatAbsolute(row.event.time, { withMillis: true })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Of a group, from its first to its last. */
function offsetText({ event, last, count }: EventRow, startTime: number): string {
  const from = after(event, startTime);
  return count > 1 ? `${from} … ${after(last, startTime)}` : from;
}

const after = (event: RunEvent, startTime: number) =>
  event.time === undefined ? '–' : formatDuration((event.time - startTime) / 1000);
