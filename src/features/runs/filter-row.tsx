import { X } from 'lucide-react';
import { useState } from 'react';
import { FilterEditor } from '../../editor/filter-editor.tsx';
import { filterProblems, hasErrors } from '../../editor/filter-problems.ts';
import type { Dialect } from '../../filter/dialect.ts';
import type { KnownValues } from '../../filter/complete-value.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './filter-bar.module.css';
import type { FilterScope } from './filter-scopes.ts';

interface FilterRowProps {
  readonly scope: FilterScope;
  /** What the link has: the last text that was used. */
  readonly committed: string;
  readonly known: KnownValues;
  readonly dialect: Dialect;
  readonly autoFocus: boolean;
  readonly onCommit: (text: string) => void;
  /** Whether the text in the editor is another than the committed one. */
  readonly onDraft: (isChanged: boolean) => void;
  /** Takes the row away; undefined = it always stays. */
  readonly onClose: (() => void) | undefined;
}

/**
 * Owns the draft. Only a text without errors is committed; a new committed text from elsewhere (the back
 * button, cleared filters) replaces the draft.
 */
export function FilterRow(props: FilterRowProps) {
  const { scope, committed, known, onCommit, onDraft, onClose } = props;
  const [draft, setDraft] = useState({ base: committed, text: committed });
  if (draft.base !== committed) setDraft({ base: committed, text: committed });
  const { text } = draft;
  const isDifferent = (next: string) => next.trim() !== committed.trim();

  const setText = (next: string) => {
    setDraft({ base: committed, text: next });
    onDraft(isDifferent(next));
  };
  const commit = (next: string) => {
    if (hasErrors(filterProblems(next))) return;
    onDraft(false);
    onCommit(next.trim());
  };
  const clear = () => {
    setText('');
    commit('');
  };

  return (
    <div className={styles.row}>
      <span className={styles.scope} title={`${scope.hint} (${scope.argument})`}>
        {scope.title}
      </span>
      <FilterEditor
        label={`${scope.title} filter`}
        value={text}
        onChange={setText}
        onCommit={commit}
        known={known}
        dialect={props.dialect}
        placeholder={scope.placeholder}
        autoFocus={props.autoFocus}
      />
      <span className={styles.actions}>
        {isDifferent(text) && (
          <Button variant="primary" isDisabled={hasErrors(filterProblems(text))} onPress={() => commit(text)}>
            Apply
          </Button>
        )}
        {onClose ? (
          <IconButton label={`Remove the ${scope.title} filter`} icon={X} onPress={onClose} />
        ) : (
          <IconButton label="Clear the filter" icon={X} isDisabled={text === ''} onPress={clear} />
        )}
      </span>
    </div>
  );
}
