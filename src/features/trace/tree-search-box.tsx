import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import { type KeyboardEvent, type Ref, useDeferredValue, useEffect, useState } from 'react';
import { formatCount } from '../../lib/format-count.ts';
import { placeOf } from '../../model/sorted-nodes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useTrace, useTraceHandle } from './trace-context.ts';
import { searchFor } from './trace-store.ts';
import type { TreeAction } from './tree-keys.ts';
import styles from './tree-search-box.module.css';

export interface TreeSearchBoxProps {
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onAction: (action: TreeAction) => void;
}

/** Typing marks matches; Enter and the arrows go to them. Nothing is hidden from the tree. */
export function TreeSearchBox({ inputRef, onAction }: TreeSearchBoxProps) {
  const { store } = useTraceHandle();
  const [text, setText] = useState('');
  const query = useDeferredValue(text);
  // The store is outside of React's state; the deferred text is handed to it.
  useEffect(() => searchFor(store, query), [store, query]);

  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (store.getState().query !== text) searchFor(store, text);
      onAction({ kind: event.shiftKey ? 'previous-match' : 'next-match' });
    }
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      setText('');
    }
  };

  return (
    <div className={styles.search} role="search">
      <span className={styles.box}>
        <Search size={14} className={styles.icon} aria-hidden="true" />
        <input
          ref={inputRef}
          type="text"
          aria-label="Search in this trace"
          placeholder="Name, type:llm, status:error, text"
          title="Every word must occur. type:, status: and name: ask one field. Press / to come here."
          className={styles.input}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={handleKey}
        />
        {query !== '' && <MatchCount />}
      </span>
      {query !== '' && (
        <>
          <IconButton
            label="Previous match (N)"
            icon={ChevronUp}
            size="sm"
            onPress={() => onAction({ kind: 'previous-match' })}
          />
          <IconButton
            label="Next match (n)"
            icon={ChevronDown}
            size="sm"
            onPress={() => onAction({ kind: 'next-match' })}
          />
        </>
      )}
    </div>
  );
}

function MatchCount() {
  const matches = useTrace((state) => state.matches);
  const cursor = useTrace((state) => state.cursor);
  const at = placeOf(matches, cursor);
  return (
    <span className={styles.count} role="status">
      {at < 0 ? '' : `${formatCount(at + 1)} of `}
      {formatCount(matches.length)}
      <span className="visually-hidden"> matches</span>
    </span>
  );
}
