import { useImperativeHandle, type CSSProperties, type KeyboardEvent, type RefObject } from 'react';
import { applyEdits } from '../filter/text-edit.ts';
import type { FilterInputProps } from './filter-input.ts';
import styles from './filter-editor.module.css';
import { minimalEdit } from './minimal-edit.ts';

interface PlainFilterInputProps extends FilterInputProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly autoFocus: boolean;
}

/** Stands in until Monaco is here, and stays where Monaco does not work: on touch screens. */
export function PlainFilterInput(props: PlainFilterInputProps) {
  const { field, value, minLines, maxLines, handle, onChange } = props;
  const { problems } = props.context;

  useImperativeHandle(handle, () => ({
    select({ from, to }) {
      field.current?.focus();
      field.current?.setSelectionRange(from, to);
    },
    edit(edits) {
      const text = applyEdits(value, edits);
      if (!field.current || !replaceText(field.current, value, text)) onChange(text);
    },
  }));

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      props.onCommit(event.currentTarget.value);
    }
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.code === 'KeyF' && event.shiftKey && event.altKey && props.onFormat) {
      event.preventDefault();
      props.onFormat();
    }
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
      onChange={(event) => {
        props.onCaret(event.target.selectionStart, event.target.value);
        onChange(event.target.value);
      }}
      onSelect={({ currentTarget }) => props.onCaret(currentTarget.selectionStart, currentTarget.value)}
      onBlur={({ currentTarget }) => props.onCaret(undefined, currentTarget.value)}
      onKeyDown={onKeyDown}
      // Read by use-rich-input.ts, which waits for the end.
      onCompositionStart={(event) => (event.currentTarget.dataset.composing = 'true')}
      onCompositionEnd={(event) => delete event.currentTarget.dataset.composing}
    />
  );
}

/**
 * As a person would: what a program writes into a field cannot be undone, what is "typed" by this old
 * command can, and no newer way exists. False where the browser does not do it.
 */
function replaceText(field: HTMLTextAreaElement, before: string, after: string): boolean {
  field.focus();
  const edit = minimalEdit(before, after);
  if (!edit) return true;
  field.setSelectionRange(edit.from, edit.to);
  return document.execCommand(edit.text === '' ? 'delete' : 'insertText', false, edit.text);
}
