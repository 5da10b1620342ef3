import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { KnownValues } from '../../filter/complete-value.ts';
import { Button } from '../../ui/button.tsx';
import type { RunsScreen } from '../../url/screens.ts';
import styles from './filter-bar.module.css';
import { dialectOf } from './dialect-of.ts';
import { FilterRow } from './filter-row.tsx';
import { filterScopes, type FilterName } from './filter-scopes.ts';

interface FilterBarProps {
  readonly screen: RunsScreen;
  readonly known: KnownValues;
  readonly onChange: (next: RunsScreen) => void;
  readonly onDraft: (name: FilterName, isChanged: boolean) => void;
  /** Somebody is about to write: values to offer are worth fetching now. */
  readonly onFocus: () => void;
}

/** The plain filter is always there; the two others when they say something or were asked for. */
export function FilterBar({ screen, known, onChange, onDraft, onFocus }: FilterBarProps) {
  const [opened, setOpened] = useState<readonly FilterName[]>([]);
  const scopes = filterScopes(screen.view);
  const isShown = (name: FilterName) => name === 'filter' || screen[name] !== '' || opened.includes(name);
  const close = (name: FilterName) => {
    setOpened(opened.filter((other) => other !== name));
    if (screen[name] !== '') onChange({ ...screen, [name]: '' });
  };
  const offered = scopes.filter(({ name, isOffered }) => isOffered && !isShown(name));
  return (
    <div className={styles.bar} role="search" aria-label="Filters" onFocusCapture={onFocus}>
      {scopes
        .filter(({ name }) => isShown(name))
        .map((scope) => (
          <FilterRow
            key={scope.name}
            scope={scope}
            committed={screen[scope.name]}
            known={known}
            dialect={dialectOf(screen)}
            autoFocus={opened.includes(scope.name) && screen[scope.name] === ''}
            onCommit={(text) => onChange({ ...screen, [scope.name]: text })}
            onDraft={(isChanged) => onDraft(scope.name, isChanged)}
            onClose={scope.name === 'filter' ? undefined : () => close(scope.name)}
          />
        ))}
      {offered.length > 0 && (
        <div className={styles.more}>
          {offered.map(({ name, title, hint }) => (
            <Button
              key={name}
              variant="ghost"
              size="sm"
              icon={Plus}
              onPress={() => setOpened([...opened, name])}
            >
              {title} filter<span className="visually-hidden">: {hint}</span>
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
