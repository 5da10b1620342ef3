/**
 * The editor of one filter. It owns no text: the draft is the caller's, and so is what was committed.
 * A plain field works from the first paint and is replaced by Monaco when that has arrived; both use the
 * same parser, keys and list of problems.
 */
import { useId, useRef } from 'react';
import type { Problem } from '../filter/ast.ts';
import type { KnownValues } from '../filter/complete-value.ts';
import type { Dialect } from '../filter/dialect.ts';
import { applyEdits } from '../filter/text-edit.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './filter-editor.module.css';
import type { FilterInputHandle, FilterInputProps } from './filter-input.ts';
import { hasErrors } from './filter-problems.ts';
import { PlainFilterInput } from './plain-filter-input.tsx';
import { ProblemList } from './problem-list.tsx';
import { useRichInput } from './use-rich-input.ts';
import { useShownProblems } from './use-shown-problems.ts';

export interface FilterEditorProps {
  readonly label: string;
  /** The draft. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Enter. Also called for a text with errors; whether to use it is the caller's decision. */
  readonly onCommit: (text: string) => void;
  readonly placeholder?: string;
  /** Said by others about this very text, e.g. by the server. */
  readonly problems?: readonly Problem[];
  /** Names, tags and keys that exist, offered by completion. */
  readonly known?: KnownValues;
  /** Who will answer. One object per connection: a new one checks the text anew. */
  readonly dialect?: Dialect;
  readonly minLines?: number;
  readonly maxLines?: number;
  readonly autoFocus?: boolean;
}

const NONE: readonly Problem[] = [];

export function FilterEditor(props: FilterEditorProps) {
  const { label, value, onCommit, placeholder = '', autoFocus = false, minLines = 1, maxLines = 12 } = props;
  const problemsId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const handle = useRef<FilterInputHandle>(null);
  const rich = useRichInput(field, autoFocus);
  const { problems: own, checkNow } = useShownProblems(value, props.dialect);
  const problems = props.problems && props.problems.length > 0 ? [...own, ...props.problems] : own;

  const inputProps: FilterInputProps = {
    label,
    value,
    placeholder,
    problems: own.length > 0 ? own : NONE,
    known: props.known,
    problemsId,
    minLines,
    maxLines,
    handle,
    onChange: props.onChange,
    onCommit: (text) => {
      checkNow(text);
      onCommit(text);
    },
  };

  return (
    <div className={styles.editor}>
      <div className={classNames(styles.box, hasErrors(problems) && styles.invalid)}>
        {rich.kind === 'ready' ? (
          <rich.Input {...inputProps} initialSelection={rich.selection} />
        ) : (
          <PlainFilterInput {...inputProps} field={field} autoFocus={autoFocus} />
        )}
      </div>
      {rich.kind === 'unavailable' && (
        <p className={styles.note} role="status">
          Completion could not be loaded; the filter works without it. Reload the page to try again.
        </p>
      )}
      <ProblemList
        id={problemsId}
        label={label}
        text={value}
        problems={problems}
        dialect={props.dialect}
        onSelect={(problem) => handle.current?.select(problem)}
        onFix={(fix) => {
          const fixed = applyEdits(value, fix.edits);
          props.onChange(fixed);
          checkNow(fixed);
        }}
      />
    </div>
  );
}
