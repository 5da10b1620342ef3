import { Header, Menu, MenuItem, MenuSection, Popover, Text } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon.tsx';
import type { MenuAction, MenuGroup } from '../menu.tsx';
import styles from '../popover.module.css';
import type { OverlayAnchor } from './use-overlay.ts';

export interface MenuPanelProps {
  readonly anchor: OverlayAnchor;
  readonly label: string;
  readonly items: readonly MenuAction[];
  /** Instead of the items. */
  readonly sections?: readonly MenuGroup[] | undefined;
  readonly onAction: (id: string) => void;
}

export function MenuPanel({ anchor, label, items, sections, onAction }: MenuPanelProps) {
  return (
    <Popover
      className={styles.popover}
      offset={4}
      placement="bottom start"
      triggerRef={anchor.triggerRef}
      isOpen
      onOpenChange={anchor.onClose}
      aria-label={label}
    >
      <Menu
        id={anchor.id}
        className={styles.list}
        aria-label={label}
        autoFocus={anchor.focus === 'whole' ? true : anchor.focus}
        onAction={(key) => onAction(String(key))}
        onClose={anchor.onClose}
      >
        {sections
          ? sections.map((section, index) => <Section key={section.title ?? index} section={section} />)
          : items.map(renderAction)}
      </Menu>
    </Popover>
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
