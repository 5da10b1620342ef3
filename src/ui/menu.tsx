import { createElement, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { accessibleName } from './accessible-name.ts';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button.tsx';
import buttonStyles from './button.module.css';
import { Icon, type IconSource } from './icon.tsx';
import iconButton from './icon-button.module.css';
import { classNames } from './class-names.ts';
import { loadMenuPanel } from './overlay/overlay-parts.ts';
import { useOverlay } from './overlay/use-overlay.ts';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconSource;
  /** A short second word: a shortcut, a count, "current". */
  readonly detail?: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
}

export interface MenuGroup {
  readonly title?: string;
  readonly items: readonly MenuAction[];
}

export interface MenuButtonProps {
  readonly label: string;
  readonly icon?: IconSource;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly items?: readonly MenuAction[];
  readonly sections?: readonly MenuGroup[];
  readonly onAction: (id: string) => void;
  /** Text of the trigger; without it only the icon shows, and the label names it. */
  readonly children?: ReactNode;
}

export function MenuButton(props: MenuButtonProps) {
  const { label, icon, variant = 'ghost', size = 'md', items = [], sections, onAction, children } = props;
  const { trigger, opened } = useOverlay(loadMenuPanel, 'menu');
  return (
    <>
      <AriaButton
        {...trigger}
        aria-label={accessibleName(label, children)}
        className={
          children === undefined
            ? classNames(iconButton.iconButton, iconButton[size])
            : buttonClass(variant, size)
        }
      >
        {icon !== undefined && <Icon source={icon} />}
        {children !== undefined && <span className={buttonStyles.label}>{children}</span>}
      </AriaButton>
      {opened && createElement(opened.part, { anchor: opened.anchor, label, items, sections, onAction })}
    </>
  );
}
