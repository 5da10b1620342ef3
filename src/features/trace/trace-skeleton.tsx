import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './trace-skeleton.module.css';

const widths = [52, 64, 40, 70, 48, 58, 36, 62, 44, 54, 66, 38];

export function TraceSkeleton() {
  return (
    <div className={styles.page} role="status" aria-label="Loading the trace">
      <div className={styles.header}>
        <Skeleton width={280} height={18} />
        <Skeleton width={420} />
      </div>
      {widths.map((width, index) => (
        <div key={width} className={styles.row} style={{ paddingInlineStart: 12 + (index % 4) * 14 }}>
          <Skeleton width={`${width / 2}%`} />
        </div>
      ))}
    </div>
  );
}
