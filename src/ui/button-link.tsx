import type { ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button.tsx';
import styles from './button.module.css';
import { externalLinkProps } from './external-link.ts';
import { Icon, type IconSource } from './icon.tsx';

export interface ButtonLinkProps {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: IconSource;
  readonly children: ReactNode;
}

/** Looks like a button, is a link: middle click, copy address and "open in new tab" work. */
export function ButtonLink({ href, variant = 'secondary', size = 'md', icon, children }: ButtonLinkProps) {
  return (
    <a href={href} className={buttonClass(variant, size)} {...externalLinkProps(href)}>
      {icon !== undefined && <Icon source={icon} />}
      <span className={styles.label}>{children}</span>
    </a>
  );
}
