import { formatCount } from '../../../lib/format-count.ts';
import { Button } from '../../../ui/button.tsx';
import styles from '../runs-page.module.css';
import type { LocalSort } from './sort-rows.ts';

interface SortNoticeProps {
  readonly sort: LocalSort;
  readonly title: string;
  readonly rowCount: number;
  readonly hasMore: boolean;
  readonly onBack: () => void;
}

/** A sort of what is loaded must never be taken for one of everything. */
export function SortNotice({ sort, title, rowCount, hasMore, onBack }: SortNoticeProps) {
  return (
    <p className={styles.sorted} role="status">
      Sorted by {title.toLowerCase()}, {sort.isDescending ? 'highest' : 'lowest'} first, among the{' '}
      {formatCount(rowCount)} loaded rows
      {hasMore ? '; the server orders only by start time, so the rest may hold more' : ''}.{' '}
      <Button size="sm" variant="ghost" onPress={onBack}>
        Back to start time
      </Button>
    </p>
  );
}
