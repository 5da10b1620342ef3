import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Button, DialogTrigger, Popover } from 'react-aria-components';
import { accessibleName } from './accessible-name.ts';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button.tsx';
import buttonStyles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconSource } from './icon.tsx';
import iconButton from './icon-button.module.css';
import popover from './popover.module.css';
import styles from './popover-button.module.css';

export interface PopoverButtonProps {
  /** Names the button (with a visible text, what it adds) and the popover. */
  readonly label: string;
  readonly icon?: IconSource;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** A count or a dot after the text. */
  readonly badge?: ReactNode;
  /** What the button shows; without it only the icon shows. */
  readonly buttonContent?: ReactNode;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

export function PopoverButton(props: PopoverButtonProps) {
  const { label, icon, variant = 'secondary', size = 'md', badge, buttonContent, children } = props;
  const isIconOnly = buttonContent === undefined && badge === undefined;
  return (
    <DialogTrigger>
      <Button
        aria-label={accessibleName(label, buttonContent)}
        className={
          isIconOnly ? classNames(iconButton.iconButton, iconButton[size]) : buttonClass(variant, size)
        }
      >
        {icon !== undefined && <Icon source={icon} />}
        {buttonContent !== undefined && <span className={buttonStyles.label}>{buttonContent}</span>}
        {badge !== undefined && <span className={styles.badge}>{badge}</span>}
      </Button>
      <Popover className={popover.popover} offset={4}>
        <AriaDialog aria-label={label} className={styles.dialog}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  );
}
