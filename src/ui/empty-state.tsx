import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import { Icon, type IconSource } from './icon.tsx';

export interface EmptyStateProps {
  readonly icon?: IconSource;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** What the person can do next. */
  readonly actions?: ReactNode;
  /** 1 where this is the whole page. */
  readonly level?: 1 | 2 | 3;
}

export function EmptyState({ icon, title, children, actions, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.empty}>
      {icon !== undefined && (
        <span className={styles.icon}>
          <Icon source={icon} size={20} />
        </span>
      )}
      <Heading className={styles.title}>{title}</Heading>
      {children !== undefined && <div className={styles.body}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
