import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconSource } from './icon.tsx';

export type Tone = 'neutral' | 'success' | 'danger' | 'warning' | 'info' | 'accent';

export interface BadgeProps {
  readonly tone: Tone;
  readonly icon?: IconSource;
  readonly children: ReactNode;
}

export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span className={classNames(styles.badge, styles[tone])}>
      {icon !== undefined && <Icon source={icon} size={12} />}
      <span className={styles.text}>{children}</span>
    </span>
  );
}
