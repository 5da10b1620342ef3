import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export interface ChipProps {
  readonly children: ReactNode;
  readonly onRemove?: () => void;
  /** Names what is removed: "Remove tag beta". */
  readonly removeLabel?: string;
  readonly isMono?: boolean;
}

export function Chip({ children, onRemove, removeLabel = 'Remove', isMono = false }: ChipProps) {
  return (
    <span className={classNames(styles.chip, isMono && styles.mono)}>
      <span className={styles.text}>{children}</span>
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={removeLabel}
          title={removeLabel}
          onClick={onRemove}
        >
          <Icon source={X} size={12} />
        </button>
      )}
    </span>
  );
}
