import { createElement, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { accessibleName } from './accessible-name.ts';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button.tsx';
import buttonStyles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconSource } from './icon.tsx';
import iconButton from './icon-button.module.css';
import { loadPopoverPanel } from './overlay/overlay-parts.ts';
import { useOverlay } from './overlay/use-overlay.ts';
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
  const { trigger, opened } = useOverlay(loadPopoverPanel, 'dialog');
  const isIconOnly = buttonContent === undefined && badge === undefined;
  return (
    <>
      <Button
        {...trigger}
        aria-label={accessibleName(label, buttonContent)}
        className={
          isIconOnly ? classNames(iconButton.iconButton, iconButton[size]) : buttonClass(variant, size)
        }
      >
        {icon !== undefined && <Icon source={icon} />}
        {buttonContent !== undefined && <span className={buttonStyles.label}>{buttonContent}</span>}
        {badge !== undefined && <span className={styles.badge}>{badge}</span>}
      </Button>
      {opened &&
        createElement(opened.part, {
          anchor: opened.anchor,
          label,
          content: typeof children === 'function' ? children(opened.anchor.onClose) : children,
        })}
    </>
  );
}
