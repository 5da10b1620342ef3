import { tickText } from './tick-text.ts';
import { timeTicks } from '../../model/time-ticks.ts';
import { useRef } from 'react';
import { useTrace } from './trace-context.ts';
import { useWidth } from '../../ui/use-width.ts';
import styles from './tree-header.module.css';

export const headerHeight = 26;

interface TreeHeaderProps {
  readonly hasTimeline: boolean;
  /** Columns that are empty here. */
  readonly without: string | undefined;
}

/** Names of the columns and the ruler; sticks to the top inside the scroller, so that columns line up. */
export function TreeHeader({ hasTimeline, without = '' }: TreeHeaderProps) {
  return (
    <div className={styles.header} aria-hidden="true">
      <span className={styles.run}>Run</span>
      <span className={styles.number}>Latency</span>
      <span className={styles.number}>{without.includes('tokens') ? '' : 'Tokens'}</span>
      <span className={styles.number}>{without.includes('cost') ? '' : 'Cost'}</span>
      {hasTimeline && <Ruler />}
    </div>
  );
}

/** Pixels that a tick and its text want. */
const tickRoom = 72;

function Ruler() {
  const span = useTrace((state) => state.span);
  const ruler = useRef<HTMLSpanElement>(null);
  const width = useWidth(ruler);
  const ticks = timeTicks(span, Math.min(8, Math.floor(width / tickRoom)));
  return (
    <span ref={ruler} className={styles.ruler}>
      {ticks.map((tick) => {
        const share = (tick - span.from) / (span.to - span.from);
        return (
          <span
            key={tick}
            className={styles.tick}
            data-last={share > 0.88 || undefined}
            style={{ left: `${share * 100}%` }}
          >
            {tickText(tick)}
          </span>
        );
      })}
    </span>
  );
}
