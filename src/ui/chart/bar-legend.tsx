/** What the looks of bars mean, in words. */
import styles from './bar-chart.module.css';
import type { BarTone } from './bar-chart.tsx';

export interface LegendEntry {
  /** `range`: a bar with a line across; `uncovered`: what the chart knows nothing about. */
  readonly sample: BarTone | 'range' | 'uncovered';
  readonly text: string;
}

const SIZE = 12;

export function BarLegend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className={styles.legend} aria-label="Legend">
      {entries.map(({ sample, text }) => (
        <li key={sample}>
          <svg width={SIZE} height={SIZE} aria-hidden="true">
            <rect
              className={styles[sample === 'range' ? 'plain' : sample]}
              width={SIZE}
              height={SIZE}
              rx={2}
            />
            {sample === 'range' && <line className={styles.mark} x2={SIZE} y1={4} y2={4} />}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
