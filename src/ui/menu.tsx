import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Text,
} from 'react-aria-components';
import { accessibleName } from './accessible-name.ts';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button.tsx';
import buttonStyles from './button.module.css';
import { Icon, type IconSource } from './icon.tsx';
import iconButton from './icon-button.module.css';
import { classNames } from './class-names.ts';
import styles from './popover.module.css';

interface MenuAction {
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
  return (
    <MenuTrigger>
      <AriaButton
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
      <Popover className={styles.popover} offset={4}>
        <Menu className={styles.list} aria-label={label} onAction={(key) => onAction(String(key))}>
          {sections
            ? sections.map((section, index) => <Section key={section.title ?? index} section={section} />)
            : items.map(renderAction)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Section({ section }: { readonly section: MenuGroup }) {
  return (
    <MenuSection className={styles.section} aria-label={section.title ?? 'More'}>
      {section.title !== undefined && <Header className={styles.header}>{section.title}</Header>}
      {section.items.map(renderAction)}
    </MenuSection>
  );
}

// A function, not a component: react-aria reads the items of a collection from its direct children.
function renderAction(action: MenuAction) {
  return (
    <MenuItem
      key={action.id}
      id={action.id}
      textValue={action.label}
      isDisabled={action.isDisabled}
      className={styles.item}
      data-danger={action.isDanger || undefined}
    >
      <>
        {action.icon !== undefined && (
          <span className={styles.itemIcon}>
            <Icon source={action.icon} />
          </span>
        )}
        <Text slot="label" className={classNames(styles.itemText, styles.itemLabel)}>
          {action.label}
        </Text>
        {action.detail !== undefined && (
          <Text slot="description" className={styles.itemDetail}>
            {action.detail}
          </Text>
        )}
      </>
    </MenuItem>
  );
}
