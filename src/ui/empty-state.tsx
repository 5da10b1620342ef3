import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import { Icon, type IconSource } from './icon.tsx';

export interface EmptyStateProps {
  readonly icon?: IconSource;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** What the person can do next. */
  readonly actions?: ReactNode;
}

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {icon !== undefined && (
        <span className={styles.icon}>
          <Icon source={icon} size={20} />
        </span>
      )}
      <h2 className={styles.title}>{title}</h2>
      {children !== undefined && <div className={styles.body}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
