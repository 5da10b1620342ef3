import { formatAbsolute } from '../../../lib/format-time.ts';
import { Button } from '../../../ui/button.tsx';
import type { Gap } from './live-rows.ts';
import styles from './live-remarks.module.css';
import type { LiveTail } from './use-live-tail.ts';

export interface LiveRemarksProps {
  readonly tail: LiveTail;
  readonly hasChart: boolean;
}

/** What is missing among the new rows, and which numbers do not know of them yet. */
export function LiveRemarks({ tail, hasChart }: LiveRemarksProps) {
  const { gaps, error, statsBehind, chartBehind } = tail;
  return (
    <>
      {gaps.length > 0 && (
        <span className={styles.remark} role="status">
          <strong>More runs came than were read: {gaps.map(stretchOf).join(', ')}</strong>
          <Button size="sm" isPending={tail.isFilling} onPress={tail.fillGaps}>
            Load them
          </Button>
        </span>
      )}
      {error && (
        <span className={styles.remark} role="status">
          <strong>New runs could not be looked for: {error.message}</strong>
        </span>
      )}
      {hasChart && chartBehind ? (
        <span className={styles.remark}>
          Chart and groups are {chartBehind}
          <Button size="sm" variant="ghost" onPress={tail.countAgain}>
            Count again
          </Button>
        </span>
      ) : (
        statsBehind && (
          <span className={styles.remark}>
            Statistics are {statsBehind}
            {!tail.isOn && (
              <Button size="sm" variant="ghost" onPress={tail.countAgain}>
                Count again
              </Button>
            )}
          </span>
        )
      )}
    </>
  );
}

const timeOf = (time: number) => formatAbsolute(time).slice(11, 19);

const stretchOf = ({ from, to }: Gap) => `${timeOf(from)} to ${timeOf(to)}`;
