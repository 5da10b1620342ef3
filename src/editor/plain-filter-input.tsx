import { useImperativeHandle, type CSSProperties, type KeyboardEvent, type RefObject } from 'react';
import type { FilterInputProps } from './filter-input.ts';
import styles from './filter-editor.module.css';

interface PlainFilterInputProps extends FilterInputProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly autoFocus: boolean;
}

/** Stands in until Monaco is here, and stays where Monaco does not work: on touch screens. */
export function PlainFilterInput(props: PlainFilterInputProps) {
  const { field, value, problems, minLines, maxLines, handle } = props;

  useImperativeHandle(handle, () => ({
    select({ from, to }) {
      field.current?.focus();
      field.current?.setSelectionRange(from, to);
    },
  }));

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      props.onCommit(event.currentTarget.value);
    }
    if (event.key === 'Escape') event.currentTarget.blur();
  };

  return (
    <textarea
      ref={field}
      className={styles.plain}
      style={{ '--min-lines': minLines, '--max-lines': maxLines } as CSSProperties}
      rows={Math.min(maxLines, Math.max(minLines, value.split('\n').length))}
      aria-label={props.label}
      aria-invalid={problems.some((problem) => problem.severity === 'error')}
      aria-describedby={problems.length > 0 ? props.problemsId : undefined}
      placeholder={props.placeholder}
      value={value}
      // A person pressed a button to see this field.
      autoFocus={props.autoFocus}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={onKeyDown}
      // Read by use-rich-input.ts, which waits for the end.
      onCompositionStart={(event) => (event.currentTarget.dataset.composing = 'true')}
      onCompositionEnd={(event) => delete event.currentTarget.dataset.composing}
    />
  );
}
