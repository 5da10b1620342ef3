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
}

/** A sort of what is loaded must never be taken for one of everything. */
export function SortNotice(props: SortNoticeProps) {
  const { sort, title, rowCount, isSorting = false, hasMore, serverOrder, onBack } = props;
  return (
    <p className={styles.sorted} role="status">
      {isSorting ? 'Sorting' : 'Sorted'} by {title.toLowerCase()}, {sort.isDescending ? 'highest' : 'lowest'}{' '}
      first, among the {formatCount(rowCount)} loaded rows
      {hasMore ? `; the server orders only by ${serverOrder}, so the rest may hold more` : ''}
      {isSorting ? '…' : '.'}{' '}
      <Button size="sm" variant="ghost" onPress={onBack}>
        Back to {serverOrder}
      </Button>
    </p>
  );
}
