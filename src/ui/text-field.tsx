import type { KeyboardEvent } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  readonly error?: string;
  readonly type?: 'text' | 'url' | 'password' | 'number' | 'datetime-local';
  readonly placeholder?: string;
  readonly isMono?: boolean;
  readonly isMultiline?: boolean;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  /** 'off' unless a browser's memory helps here. */
  readonly autoComplete?: string;
  readonly onEnter?: () => void;
  readonly onBlur?: () => void;
  readonly autoFocus?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden, description, error, placeholder, isMono, isMultiline, onEnter, ...field } =
    props;
  const control = {
    placeholder,
    className: classNames(styles.control, isMono && styles.mono),
    spellCheck: false,
    onKeyDown: (event: KeyboardEvent) => {
      // Enter that ends the composition of a character is not an answer.
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
    },
  };
  return (
    <AriaTextField
      autoComplete="off"
      {...field}
      isInvalid={error !== undefined}
      className={classNames(styles.field)}
      aria-label={isLabelHidden ? label : undefined}
    >
      {!isLabelHidden && <Label className={styles.label}>{label}</Label>}
      {isMultiline ? <TextArea {...control} rows={4} /> : <Input {...control} />}
      {description !== undefined && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error}>{error}</FieldError>
    </AriaTextField>
  );
}
