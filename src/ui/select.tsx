import { Check, ChevronsUpDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import { Icon, type IconSource } from './icon.tsx';
import popover from './popover.module.css';
import styles from './select.module.css';

interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly description?: string;
  readonly icon?: IconSource;
}

export interface SelectProps<T extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly options: readonly SelectOption<T>[];
  readonly size?: 'sm' | 'md';
  readonly isDisabled?: boolean;
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, isLabelHidden, value, onChange, options, size = 'md', isDisabled } = props;
  const selected = options.find((option) => option.value === value);
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const option = options.find((candidate) => candidate.value === key);
        if (option) onChange(option.value);
      }}
      isDisabled={isDisabled}
      aria-label={isLabelHidden ? label : undefined}
      className={field.field}
    >
      {!isLabelHidden && <Label className={field.label}>{label}</Label>}
      <Button className={classNames(field.control, styles.trigger, styles[size])}>
        <SelectValue className={styles.value}>
          {selected?.icon !== undefined && <Icon source={selected.icon} size={14} />}
          <span>{selected?.label ?? value}</span>
        </SelectValue>
        <Icon source={ChevronsUpDown} size={14} />
      </Button>
      <Popover className={classNames(popover.popover, styles.options)} offset={4}>
        <ListBox className={popover.list}>
          {options.map((option) => (
            <Option key={option.value} option={option} />
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

function Option<T extends string>({ option }: { readonly option: SelectOption<T> }) {
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
