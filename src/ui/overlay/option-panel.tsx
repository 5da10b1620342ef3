import { Check } from 'lucide-react';
import { ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon.tsx';
import popover from '../popover.module.css';
import type { SelectOption } from '../select.tsx';
import styles from '../select.module.css';
import type { OverlayAnchor } from './use-overlay.ts';

export interface OptionPanelProps {
  readonly anchor: OverlayAnchor;
  readonly label: string;
  readonly value: string;
  readonly options: readonly SelectOption<string>[];
  readonly onChoose: (value: string) => void;
}

export function OptionPanel({ anchor, label, value, options, onChoose }: OptionPanelProps) {
  return (
    <Popover
      className={classNames(popover.popover, styles.options)}
      offset={4}
      placement="bottom start"
      triggerRef={anchor.triggerRef}
      isOpen
      onOpenChange={anchor.onClose}
      aria-label={label}
    >
      <ListBox
        id={anchor.id}
        aria-label={label}
        className={popover.list}
        selectionMode="single"
        selectedKeys={[value]}
        autoFocus={anchor.focus === 'whole' ? true : anchor.focus}
        shouldFocusOnHover
        shouldSelectOnPressUp
        // The option that is chosen already answers with an empty selection, which only closes.
        onSelectionChange={(keys) => {
          const chosen = options.find((option) => keys !== 'all' && keys.has(option.value));
          if (chosen) onChoose(chosen.value);
          anchor.onClose();
        }}
      >
        {options.map((option) => (
          <Option key={option.value} option={option} />
        ))}
      </ListBox>
    </Popover>
  );
}

function Option({ option }: { readonly option: SelectOption<string> }) {
  return (
    <ListBoxItem id={option.value} textValue={option.label} className={popover.item}>
      {({ isSelected }) => (
        <>
          {option.icon !== undefined && (
            <span className={popover.itemIcon}>
              <Icon source={option.icon} />
            </span>
          )}
          <span className={popover.itemText}>
            <Text slot="label" className={popover.itemLabel}>
              {option.label}
            </Text>
            {option.description !== undefined && (
              <Text slot="description" className={popover.itemDescription}>
                {option.description}
              </Text>
            )}
          </span>
          {isSelected && (
            <span className={popover.check}>
              <Icon source={Check} size={14} />
            </span>
          )}
        </>
      )}
    </ListBoxItem>
  );
}
