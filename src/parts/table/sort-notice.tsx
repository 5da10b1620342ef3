import { formatCount } from '../../lib/format-count.ts';
import { Button } from '../../ui/button.tsx';
import styles from './table-parts.module.css';

interface SortNoticeProps {
  readonly sort: { readonly isDescending: boolean };
  readonly title: string;
  readonly rowCount: number;
  readonly isSorting?: boolean;
  readonly hasMore: boolean;
  /** How the server orders, for example "start time". */
  readonly serverOrder: string;
  readonly onBack: () => void;
  /** Rows that came since and are not among them. */
  readonly waiting?: number;
  readonly onWaiting?: () => void;
}

/** A sort of what is loaded must never be taken for one of everything. */
export function SortNotice(props: SortNoticeProps) {
  const { sort, title, rowCount, isSorting = false, hasMore, serverOrder, onBack } = props;
  const { waiting = 0, onWaiting } = props;
  return (
    <p className={styles.sorted} role="status">
      {isSorting ? 'Sorting' : 'Sorted'} by {title.toLowerCase()}, {sort.isDescending ? 'highest' : 'lowest'}{' '}
      first, among the {formatCount(rowCount)} loaded rows
      {hasMore ? `; the server orders only by ${serverOrder}, so the rest may hold more` : ''}
      {isSorting ? '…' : '.'}{' '}
      {waiting > 0 && (
        <>
          {formatCount(waiting)} more came since.{' '}
          <Button size="sm" onPress={onWaiting}>
            Sort them in
          </Button>
        </>
      )}
      <Button size="sm" variant="ghost" onPress={onBack}>
        Back to {serverOrder}
      </Button>
    </p>
  );
}
