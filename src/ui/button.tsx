import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconSource } from './icon.tsx';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md';

export interface ButtonProps {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: IconSource;
  readonly isDisabled?: boolean;
  /** Keeps the focus and the place, refuses presses, and says "busy" to screen readers. */
  readonly isPending?: boolean;
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
  readonly children: ReactNode;
}

export function Button(props: ButtonProps) {
  const { variant = 'secondary', size = 'md', icon, isPending = false, onPress, children, ...rest } = props;
  return (
    <AriaButton
      {...rest}
      isPending={isPending}
      onPress={() => onPress?.()}
      className={buttonClass(variant, size)}
    >
      {isPending ? <Spinner label="Busy" /> : icon !== undefined && <Icon source={icon} />}
      <span className={styles.label}>{children}</span>
    </AriaButton>
  );
}

export function buttonClass(variant: ButtonVariant, size: ButtonSize): string {
  return classNames(styles.button, styles[variant], styles[size]);
}
