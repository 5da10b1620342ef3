import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount } from '../../lib/format-count.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './table-parts.module.css';

interface SelectionFrameProps {
  readonly count: number;
  readonly loadedCount: number;
  /** What the marked rows come to. */
  readonly numbers: readonly string[];
  readonly onAll: () => void;
  readonly onClear: () => void;
  /** What can be done with them. */
  readonly children: ReactNode;
}

/** What is marked, in numbers, and what can be done with it. */
export function SelectionFrame(props: SelectionFrameProps) {
  const { count, loadedCount, numbers, onAll, onClear, children } = props;
  return (
    <section className={styles.bar} aria-label="Selection">
      <p className={styles.numbers} role="status">
        <strong>{formatCount(count)} selected</strong>
        {numbers.map((each) => ` · ${each}`)}
      </p>
      {count < loadedCount && (
        <Button size="sm" variant="ghost" onPress={onAll}>
          Select all {formatCount(loadedCount)} loaded
        </Button>
      )}
      {children}
      <IconButton label="Clear the selection (Esc)" icon={X} size="sm" onPress={onClear} />
    </section>
  );
}
