import { formatAbsolute, formatRelative } from '../lib/format-time.ts';
import { useNow } from './now.ts';

export interface TimeTextProps {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly mode: 'relative' | 'absolute';
}

/** The form that is not shown is in the tooltip. */
export function TimeText({ time, mode }: TimeTextProps) {
  return mode === 'relative' ? <RelativeTime time={time} /> : <AbsoluteTime time={time} />;
}

function RelativeTime({ time }: { readonly time: number }) {
  const now = useNow();
  return (
    <time dateTime={isoOf(time)} title={formatAbsolute(time, { withMillis: true })} className="tabular">
      {formatRelative(time, now)}
    </time>
  );
}

function AbsoluteTime({ time }: { readonly time: number }) {
  const now = useNow();
  return (
    <time dateTime={isoOf(time)} title={formatRelative(time, now)} className="tabular">
      {formatAbsolute(time)}
    </time>
  );
}

// Damaged data has times that no calendar knows; toISOString would throw.
const isoOf = (time: number) => (Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : undefined);
