import { ChevronsUpDown } from 'lucide-react';
import { createElement, useId } from 'react';
import { Button, type KeyboardEvent } from 'react-aria-components';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import { Icon, type IconSource } from './icon.tsx';
import { loadOptionPanel } from './overlay/overlay-parts.ts';
import { useOverlay } from './overlay/use-overlay.ts';
import styles from './select.module.css';

export interface SelectOption<T extends string> {
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
  const { trigger, opened } = useOverlay(loadOptionPanel, 'listbox');
  const id = useId();
  const at = options.findIndex((option) => option.value === value);
  const selected = options[at];

  const choose = (next: string) => {
    const option = options.find((candidate) => candidate.value === next);
    if (option && option.value !== value) onChange(option.value);
  };
  // Left and right choose without opening, as the platform's selects have it.
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
    const next = step === undefined ? undefined : options[at + step];
    if (!next) return trigger.onKeyDown?.(event);
    event.preventDefault();
    choose(next.value);
  };

  return (
    <div className={field.field}>
      {!isLabelHidden && (
        <span id={`${id}label`} className={field.label}>
          {label}
        </span>
      )}
      <Button
        {...trigger}
        onKeyDown={onKeyDown}
        isDisabled={isDisabled}
        // The chosen option, then what it is chosen for.
        {...(isLabelHidden
          ? { 'aria-label': `${selected?.label ?? value} ${label}` }
          : { 'aria-labelledby': `${id}value ${id}label` })}
        // As a command in a list it is named by what it changes.
        data-command={`${label}: ${selected?.label ?? value}`}
        className={classNames(field.control, styles.trigger, styles[size])}
      >
        <span id={`${id}value`} className={styles.value}>
          {selected?.icon !== undefined && <Icon source={selected.icon} size={14} />}
          <span>{selected?.label ?? value}</span>
        </span>
        <Icon source={ChevronsUpDown} size={14} />
      </Button>
      {opened &&
        createElement(opened.part, { anchor: opened.anchor, label, value, options, onChoose: choose })}
    </div>
  );
}
