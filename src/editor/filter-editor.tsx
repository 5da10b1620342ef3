/**
 * The editor of one filter, in the API's language or in the syntax of LangSmith's search bar. It owns no
 * text: the draft is the caller's, and so is what was committed. A plain field works from the first paint
 * and is replaced by Monaco when that has arrived; both use the same parser, keys and list of problems.
 */
import { useId, useImperativeHandle, useMemo, useRef, type ReactNode, type Ref } from 'react';
import type { Problem } from '../filter/ast.ts';
import { type Dialect, LOCAL } from '../filter/dialect.ts';
import { hasErrors } from '../filter/diagnose.ts';
import type { Scope } from '../filter/field.ts';
import type { LiveSource } from '../filter/live-values.ts';
import { classNames } from '../ui/class-names.ts';
import { apiLanguage, type EditorLanguage } from './editor-language.ts';
import styles from './filter-editor.module.css';
import type { FilterInputHandle, FilterInputProps } from './filter-input.ts';
import type { FixOffer } from './fix-offer.ts';
import { minimalEdit } from './minimal-edit.ts';
import type { ModelContext } from './model-context.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { PlainFilterInput } from './plain-filter-input.tsx';
import { ProblemList } from './problem-list.tsx';
import { useRichInput } from './use-rich-input.ts';
import { useShownProblems } from './use-shown-problems.ts';

/** Said by others about this very text, with what can be done about it. */
export interface Hint extends Problem {
  readonly offers: readonly FixOffer[];
}

export interface FilterEditorHandle {
  /** Writes the text in its best form; undone by one step. */
  format(): void;
  focus(): void;
}

export interface FilterEditorProps {
  readonly label: string;
  /** Other than the API's own. */
  readonly language?: EditorLanguage;
  /** Of which kind of rows the filter speaks. */
  readonly scope?: Scope;
  /** Who is going to read the filter; without it nothing is said about servers. */
  readonly dialect?: Dialect;
  /** The draft. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Enter. Also called for a text with errors; whether to use it is the caller's decision. */
  readonly onCommit: (text: string) => void;
  readonly placeholder?: string;
  readonly hints?: readonly Hint[];
  /** Values that exist, offered by completion. */
  readonly values?: LiveSource;
  /** What can be done with the clause at an offset, for the menu of quick fixes. */
  readonly offersAt?: (offset: number) => readonly FixOffer[];
  readonly minLines?: number;
  readonly maxLines?: number;
  readonly autoFocus?: boolean;
  readonly handle?: Ref<FilterEditorHandle>;
  /** Shown in place of the problems, when the text is not meant as a filter at all. */
  readonly instead?: ReactNode;
}

/** Nobody needs fixes for the first look, and most filters never. */
const loadFixes = () => import('../filter/fixes.ts').then(({ fixesFor }) => fixesFor);

function useFixes(isApi: boolean, isWanted: boolean) {
  const loaded = useLoaded(loadFixes, isApi && isWanted);
  return isApi && loaded.status === 'ready' ? loaded.value : noOffers;
}

const NO_HINTS: readonly Hint[] = [];
const NO_PROBLEMS: readonly Problem[] = [];
const noOffers = () => [];

export function FilterEditor(props: FilterEditorProps) {
  const { label, value, onChange, onCommit, placeholder = '', autoFocus = false } = props;
  const { scope = 'run', dialect = LOCAL, hints = NO_HINTS } = props;
  const { values, offersAt = noOffers, minLines = 1, maxLines = 12, instead } = props;
  const problemsId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const input = useRef<FilterInputHandle>(null);
  const rich = useRichInput(field, autoFocus);
  const api = useMemo(() => apiLanguage(scope, dialect), [scope, dialect]);
  const language = props.language ?? api;
  const { problems: own, isSettled, checkNow, onCaret } = useShownProblems(value, language);

  // Hints are about a whole question; while it is being written they would only flicker.
  const problems = useMemo(() => {
    if (instead !== undefined) return NO_PROBLEMS;
    return isSettled && hints.length > 0 ? [...own, ...hints] : own;
  }, [instead, isSettled, own, hints]);
  const fixesFor = useFixes(language === api, problems.length > 0);
  const { fixesFor: ownFixes } = language;
  const context = useMemo((): ModelContext => {
    const offersFor = (problem: Problem) =>
      hints.find((hint) => hint === problem)?.offers ??
      ownFixes?.(value, problem) ??
      fixesFor(value, problem, { scope, dialect });
    return { scope, dialect, values, problems, offersFor, offersAt };
  }, [scope, dialect, values, problems, hints, ownFixes, fixesFor, value, offersAt]);

  const format = language.format;
  const onFormat = useMemo(() => {
    if (!format) return undefined;
    return () => {
      const edit = minimalEdit(value, format(value));
      if (edit) input.current?.edit([edit]);
    };
  }, [format, value]);
  useImperativeHandle(
    props.handle,
    () => ({ format: () => onFormat?.(), focus: () => input.current?.edit([]) }),
    [onFormat],
  );

  const inputProps: FilterInputProps = {
    label,
    language: language.name,
    value,
    placeholder,
    context,
    problemsId,
    minLines,
    maxLines,
    handle: input,
    onChange,
    onCommit: (text) => {
      checkNow(text);
      onCommit(text);
    },
    onCaret,
    onFormat,
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
      {instead !== undefined && <div role="status">{instead}</div>}
      <ProblemList
        id={problemsId}
        label={label}
        text={value}
        problems={problems}
        offersFor={isSettled ? context.offersFor : noOffers}
        onSelect={(problem) => input.current?.select(problem)}
        onOffer={(offer) => (offer.kind === 'edit' ? input.current?.edit(offer.edits) : offer.run())}
      />
    </div>
  );
}
