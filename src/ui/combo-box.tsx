import { ChevronDown } from 'lucide-react';
import {
  ComboBox as AriaComboBox,
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import { Icon } from './icon.tsx';
import popover from './popover.module.css';
import styles from './combo-box.module.css';

export interface ComboBoxItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

export interface ComboBoxProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly items: readonly ComboBoxItem[];
  readonly selectedId?: string;
  readonly onSelect: (id: string) => void;
  /** Given with onInputChange, the caller owns the text and decides which items match it. */
  readonly inputValue?: string;
  readonly onInputChange?: (text: string) => void;
  readonly placeholder?: string;
  readonly description?: string;
  readonly allowsCustomValue?: boolean;
  readonly onBlur?: () => void;
}

export function ComboBox(props: ComboBoxProps) {
  const { label, isLabelHidden, items, selectedId, onSelect, inputValue, onInputChange } = props;
  const source = inputValue === undefined ? { defaultItems: items } : { items };
  return (
    <AriaComboBox
      {...source}
      value={selectedId ?? null}
      onChange={(key) => key !== null && onSelect(String(key))}
      inputValue={inputValue}
      onInputChange={onInputChange}
      onBlur={props.onBlur}
      allowsCustomValue={props.allowsCustomValue}
      allowsEmptyCollection={!props.allowsCustomValue}
      menuTrigger="focus"
      aria-label={isLabelHidden ? label : undefined}
      className={field.field}
    >
      {!isLabelHidden && <Label className={field.label}>{label}</Label>}
      <div className={styles.box}>
        <Input
          className={classNames(field.control, styles.input)}
          placeholder={props.placeholder}
          spellCheck={false}
          autoComplete="off"
        />
        <Button className={styles.open} aria-label={`Show ${label.toLowerCase()} list`}>
          <Icon source={ChevronDown} size={14} />
        </Button>
      </div>
      {props.description !== undefined && (
        <Text slot="description" className={field.description}>
          {props.description}
        </Text>
      )}
      <Popover className={classNames(popover.popover, styles.options)} offset={4}>
        <ListBox<ComboBoxItem>
          className={popover.list}
          renderEmptyState={() => <p className={popover.empty}>Nothing matches</p>}
        >
          {(item) => <Option item={item} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

function Option({ item }: { readonly item: ComboBoxItem }) {
  return (
    <ListBoxItem id={item.id} textValue={item.label} className={classNames(popover.item, styles.option)}>
      <Text slot="label" className={classNames(popover.itemText, popover.itemLabel)}>
        {item.label}
      </Text>
      {item.detail !== undefined && (
        <Text slot="description" className={popover.itemDetail}>
          {item.detail}
        </Text>
      )}
    </ListBoxItem>
  );
}
