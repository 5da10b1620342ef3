import { Button } from '../../ui/button.tsx';
import styles from './runs-page.module.css';
import type { Fill } from './use-fill.ts';

/** Empty cells of a new column must not be taken for values that do not exist. */
export function FillRemark({ lacking, of, error, retry }: Fill) {
  return (
    <p className={styles.fill} role="status">
      {error
        ? `The new column is empty in ${lacking} of ${of} loaded pages: ${error.message}`
        : `Reading what the new column shows: ${of - lacking} of ${of} loaded pages have it…`}
      {error && (
        <Button size="sm" onPress={retry}>
          Try again
        </Button>
      )}
    </p>
  );
}
