import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { FilterEditor, type FilterEditorHandle, type Hint } from '../../editor/filter-editor.tsx';
import type { FixOffer } from '../../editor/fix-offer.ts';
import { diagnose, hasErrors } from '../../filter/diagnose.ts';
import type { Dialect } from '../../filter/dialect.ts';
import type { LiveSource } from '../../filter/live-values.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';
import styles from './filter-bar.module.css';
import { loadSearchBarEditor } from './filter-help/filter-help-parts.ts';
import { useFilterPreferences } from './filter-preferences.ts';
import type { FilterScope } from './filter-scopes.ts';
import { type BarDraft, isSame } from './search-bar/bar-draft-shape.ts';
import type { StartPanelProps } from './start-from/start-panel.tsx';
import { usePasteOffer } from './start-from/use-paste-offer.tsx';
import { UnaskedRemarks } from './search-bar/unasked-remarks.tsx';
import { useFoldAway } from './use-fold-away.ts';

export interface FilterRowProps {
  readonly scope: FilterScope;
  /** The draft, in the API language whatever it is written in. */
  readonly text: string;
  /** The draft is another than what was asked last. */
  readonly isChanged: boolean;
  readonly dialect: Dialect;
  readonly values: LiveSource;
  readonly hints: readonly Hint[] | undefined;
  readonly offersAt: ((offset: number) => readonly FixOffer[]) | undefined;
  readonly autoFocus: boolean;
  readonly handle: (handle: FilterEditorHandle | null) => void;
  /** For a whole question that is pasted into this row. */
  readonly start: StartPanelProps;
  readonly onText: (text: string) => void;
  readonly onCommit: (text: string) => void;
  /** The focus has left the row. */
  readonly onLeft: () => void;
  /** Takes the row away; undefined = it always stays. */
  readonly onClose: (() => void) | undefined;
}

export function FilterRow(props: FilterRowProps) {
  const { scope, text, isChanged, onText, onCommit, onClose } = props;
  const onBlur = useFoldAway(props.onLeft);
  const [bar, setBar] = useState<BarDraft>();
  const isInBar = useFilterPreferences(({ language }) => language === 'bar');
  const hasBarError = isInBar && bar !== undefined && bar.isWrong && isSame(bar.api, text);
  const isWrong = isChanged && (hasBarError || hasErrors(diagnose(text)));
  return (
    <div className={styles.row} onBlur={onBlur}>
      <span className={styles.scope} title={`${scope.hint} (${scope.argument})`}>
        {scope.title}
      </span>
      <RowEditor {...props} bar={bar} onBar={setBar} />
      <span className={styles.actions}>
        {isChanged && (
          <Button variant="primary" isDisabled={isWrong} onPress={() => onCommit(text)}>
            Apply
          </Button>
        )}
        {onClose ? (
          <IconButton label={`Remove the ${scope.title} filter`} icon={X} onPress={onClose} />
        ) : (
          <IconButton
            label="Clear the filter"
            icon={X}
            isDisabled={text === ''}
            onPress={() => {
              onText('');
              onCommit('');
            }}
          />
        )}
      </span>
    </div>
  );
}

interface RowEditorProps extends FilterRowProps {
  readonly bar: BarDraft | undefined;
  readonly onBar: (bar: BarDraft | undefined) => void;
}

/** In either syntax. What the search bar holds stays with the row, also while the other one is shown. */
function RowEditor(props: RowEditorProps) {
  const { scope, text, onText, onCommit, bar, onBar: setBar } = props;
  const language = useFilterPreferences((preferences) => preferences.language);
  const editor = useRef<FilterEditorHandle>(null);
  const label = `${scope.title} filter`;
  const written = language === 'api' ? text : bar && isSame(bar.api, text) ? bar.bar : '';
  const { instead, onWritten } = usePasteOffer({
    ...props.start,
    text: written,
    language,
    isDoubtful: language === 'bar' || hasErrors(diagnose(text)),
    onChosen: (next) => {
      setBar(undefined);
      props.start.onChosen(next);
      editor.current?.focus();
    },
    onFilter: (filter) => {
      setBar(undefined);
      onText(filter);
      editor.current?.focus();
    },
  });
  const handle = (next: FilterEditorHandle | null) => {
    editor.current = next;
    props.handle(next);
  };
  if (language === 'bar') {
    return (
      <LazyPart
        name="search bar"
        loader={loadSearchBarEditor}
        props={{
          label,
          api: text,
          draft: bar,
          onDraft: (draft) => {
            onWritten(draft.bar);
            setBar(draft);
            onText(draft.api);
          },
          onCommit,
          values: props.values,
          dialect: props.dialect,
          autoFocus: props.autoFocus,
          handle,
          instead,
        }}
      />
    );
  }
  return (
    <div className={styles.editor}>
      <FilterEditor
        label={label}
        value={text}
        onChange={(next) => {
          onWritten(next);
          onText(next);
        }}
        onCommit={onCommit}
        values={props.values}
        dialect={props.dialect}
        hints={props.hints}
        offersAt={props.offersAt}
        placeholder={scope.placeholder}
        autoFocus={props.autoFocus}
        handle={handle}
        instead={instead}
      />
      {bar && isSame(bar.api, text) && (
        <UnaskedRemarks label={label} remarks={bar.unasked} onDiscard={() => setBar(undefined)} />
      )}
    </div>
  );
}
