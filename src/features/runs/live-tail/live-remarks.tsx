import { formatAbsolute } from '../../../lib/format-time.ts';
import { Button } from '../../../ui/button.tsx';
import { behindWords } from './behind-words.ts';
import { catchUp, fillGaps } from './follow.ts';
import { type Gap, NO_LIVE_ROWS } from './live-rows.ts';
import styles from './live-remarks.module.css';
import type { LiveTail } from './use-live-tail.ts';

export interface LiveRemarksProps {
  readonly tail: LiveTail;
  readonly hasChart: boolean;
}

/** What is missing among the new rows, and which numbers do not know of them yet. */
export function LiveRemarks({ tail, hasChart }: LiveRemarksProps) {
  const { followed, request } = tail;
  const { live, counted, charted, isFilling, fillError } = followed;
  const error = fillError ?? tail.error;
  const chartBehind = hasChart && behindWords(live, charted?.live ?? NO_LIVE_ROWS);
  const statsBehind = behindWords(live, counted);
  const behind = chartBehind
    ? `Chart and groups are ${chartBehind}`
    : statsBehind && `Statistics are ${statsBehind}`;
  return (
    <>
      {live.gaps.length > 0 && (
        <span className={styles.remark} role="status">
          <strong>More runs came than were read: {live.gaps.map(stretchOf).join(', ')}</strong>
          <Button size="sm" isPending={isFilling} onPress={() => void fillGaps(request)}>
            Load them
          </Button>
        </span>
      )}
      {error && (
        <span className={styles.remark} role="status">
          <strong>New runs could not be read: {error.message}</strong>
        </span>
      )}
      {behind && (
        <span className={styles.remark}>
          {behind}
          {/* The statistics follow by themselves as long as it is on. */}
          {(chartBehind || !tail.isOn) && (
            <Button size="sm" variant="ghost" onPress={() => catchUp(request)}>
              Count again
            </Button>
          )}
        </span>
      )}
    </>
  );
}

const timeOf = (time: number) => formatAbsolute(time).slice(11, 19);

const stretchOf = ({ from, to }: Gap) => `${timeOf(from)} to ${timeOf(to)}`;
