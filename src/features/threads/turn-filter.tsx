import { X } from 'lucide-react';
import { useState } from 'react';
import { FilterEditor } from '../../editor/filter-editor.tsx';
import { diagnose, hasErrors } from '../../filter/diagnose.ts';
import type { Dialect } from '../../filter/dialect.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './threads.module.css';

interface TurnFilterProps {
  readonly filter: string;
  readonly dialect: Dialect;
  readonly onFilter: (filter: string) => void;
}

/** What the turns of the listed threads must match. A text with errors stays a draft. */
export function TurnFilter({ filter, dialect, onFilter }: TurnFilterProps) {
  const [draft, setDraft] = useState({ base: filter, text: filter });
  const text = draft.base === filter ? draft.text : filter;
  const write = (next: string) => setDraft({ base: filter, text: next });
  const commit = (next: string) => {
    if (!hasErrors(diagnose(next))) onFilter(next.trim());
  };
  return (
    <div className={styles.filter} role="search" aria-label="Filter">
      <div className={styles.filterText}>
        <FilterEditor
          label="Turn filter"
          value={text}
          dialect={dialect}
          onChange={write}
          onCommit={commit}
          placeholder='About the turns (root runs), e.g. eq(status, "error")'
        />
      </div>
      {text.trim() !== filter && (
        <Button variant="primary" isDisabled={hasErrors(diagnose(text))} onPress={() => commit(text)}>
          Apply
        </Button>
      )}
      <IconButton
        label="Clear the filter"
        icon={X}
        isDisabled={text === '' && filter === ''}
        onPress={() => {
          write('');
          if (filter !== '') onFilter('');
        }}
      />
    </div>
  );
}
