import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './result.module.css';

const ROWS = Array.from({ length: 14 }, (_, index) => index);
/** Widths like those of real cells, so that nothing moves when the rows come. */
const CELLS = [180, 60, 90, 50, 44, 52, 240, 240];

export function TableSkeleton({ label }: { readonly label: string }) {
  return (
    <div role="status" aria-busy="true">
      <span className="visually-hidden">{label}</span>
      {ROWS.map((row) => (
        <div key={row} className={styles.skeletonRow}>
          {CELLS.map((width, cell) => (
            <Skeleton key={cell} width={width - ((row * 37 + cell * 13) % 30)} height={10} />
          ))}
        </div>
      ))}
    </div>
  );
}
