import { Search, X } from 'lucide-react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import { Icon } from './icon.tsx';
import styles from './search-field.module.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly onEnter?: () => void;
  readonly autoFocus?: boolean;
}

export function SearchField({ label, value, onChange, placeholder, onEnter, autoFocus }: SearchFieldProps) {
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      onSubmit={() => onEnter?.()}
      autoFocus={autoFocus}
      className={styles.search}
    >
      <span className={styles.icon}>
        <Icon source={Search} size={14} />
      </span>
      <Input
        placeholder={placeholder}
        className={classNames(field.control, styles.input)}
        spellCheck={false}
        autoComplete="off"
      />
      <Button className={styles.clear} aria-label={`Clear ${label.toLowerCase()}`}>
        <Icon source={X} size={14} />
      </Button>
    </AriaSearchField>
  );
}
