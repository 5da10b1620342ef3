import { ListPlus, Plus } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { FilterEditorHandle } from '../../editor/filter-editor.tsx';
import type { Api } from '../../contract/api.ts';
import { Button } from '../../ui/button.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import type { RunsScreen, Screen } from '../../url/screens.ts';
import type { AddClauseProps } from './builder/add-clause.tsx';
import { loadAddClause } from './builder/builder-parts.ts';
import styles from './filter-bar.module.css';
import { FILTER_NAMES, type FilterTexts, isChanged, textsOf } from './filter-drafts.ts';
import { loadScopeHelp } from './filter-help/filter-help-parts.ts';
import { FilterReadings } from './filter-readings.tsx';
import { FilterRow } from './filter-row.tsx';
import { filterScopes, type FilterName } from './filter-scopes.ts';
import { FilterTools } from './filter-tools.tsx';
import type { LiveValues } from './live-values/use-live-values.ts';
import { useDialect } from './use-dialect.ts';
import type { FilterDrafts } from './use-filter-drafts.ts';

interface FilterBarProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly drafts: FilterDrafts;
  readonly values: LiveValues;
  readonly onChange: (next: RunsScreen) => void;
  readonly hrefOf: (screen: Screen) => string;
}

/** The plain filter is always there; the two others when they say something or were asked for. */
export function FilterBar({ api, screen, drafts, values, onChange, hrefOf }: FilterBarProps) {
  const { texts, setTexts, commit } = drafts;
  const [opened, setOpened] = useState<readonly FilterName[]>([]);
  const handles = useRef(new Map<FilterName, FilterEditorHandle>());
  const dialect = useDialect(api, screen);
  const help = useScopeHelp(screen, texts, setTexts);
  const isEmpty = (name: FilterName) => texts[name].trim() === '' && screen[name] === '';
  const isShown = (name: FilterName) => name === 'filter' || !isEmpty(name) || opened.includes(name);
  const fold = (name: FilterName) => setOpened((before) => before.filter((other) => other !== name));
  const remove = (name: FilterName) => {
    fold(name);
    const without = { ...texts, [name]: '' };
    setTexts(without);
    if (screen[name] !== '') commit(without);
  };
  const scopes = filterScopes(screen.view);
  // Also of the scopes whose committed text stays what it was: their drafts are part of the old question.
  const onChosen = (next: RunsScreen) => {
    setTexts(textsOf(next));
    onChange(next);
  };
  return (
    <div className={styles.bar} role="search" aria-label="Filters" onFocusCapture={values.warm}>
      {scopes
        .filter(({ name }) => isShown(name))
        .map((scope) => {
          const { name } = scope;
          return (
            <FilterRow
              key={name}
              scope={scope}
              text={texts[name]}
              isChanged={isChanged(drafts, name)}
              dialect={dialect}
              values={values.source}
              hints={help?.hints[name]}
              offersAt={help?.offersAt[name]}
              autoFocus={opened.includes(name) && isEmpty(name)}
              handle={(handle) => {
                if (handle) handles.current.set(name, handle);
                else handles.current.delete(name);
              }}
              start={{ api, screen, hrefOf, onChosen }}
              onText={(text) => setTexts({ ...texts, [name]: text })}
              onCommit={(text) => commit({ ...texts, [name]: text })}
              onLeft={() => {
                if (isEmpty(name)) fold(name);
              }}
              onClose={name === 'filter' ? undefined : () => remove(name)}
            />
          );
        })}
      <div className={styles.more}>
        {scopes
          .filter(({ name, isOffered }) => isOffered && !isShown(name))
          .map(({ name, title, hint }) => (
            <Button
              key={name}
              variant="ghost"
              size="sm"
              icon={Plus}
              onPress={() => setOpened((before) => [...before, name])}
            >
              {title} filter<span className="visually-hidden">: {hint}</span>
            </Button>
          ))}
        <AddClauseButton scopes={scopes} texts={texts} values={values.source} onCommit={commit} />
        <FilterTools
          texts={texts}
          onFormat={() => {
            for (const handle of handles.current.values()) handle.format();
          }}
        />
      </div>
      <FilterReadings
        api={api}
        screen={screen}
        scopes={scopes}
        texts={texts}
        dialect={dialect}
        values={values.source}
        onCommit={commit}
      />
    </div>
  );
}

function AddClauseButton({ onCommit, ...form }: AddClauseProps) {
  return (
    <PopoverButton label="Add a clause" icon={ListPlus} variant="ghost" size="sm">
      {(close) => (
        <LazyPart
          name="form"
          loader={loadAddClause}
          props={{
            ...form,
            onCommit: (next) => {
              close();
              onCommit(next);
            },
          }}
        />
      )}
    </PopoverButton>
  );
}

/** Hints follow the text when there is time; the caret never waits for them. */
function useScopeHelp(screen: RunsScreen, texts: FilterTexts, onTexts: (texts: FilterTexts) => void) {
  const written = useDeferredValue(texts);
  const hasText = FILTER_NAMES.some((name) => written[name].trim() !== '');
  const scopeHelp = useLoaded(loadScopeHelp, hasText);
  const { view, args } = screen;
  const latest = useRef(onTexts);
  latest.current = onTexts;
  return useMemo(() => {
    if (scopeHelp.status !== 'ready' || !hasText) return undefined;
    const help = scopeHelp.value(written, { view, args }, (next) => latest.current(next));
    const offersAt = (name: FilterName) => (offset: number) => help.offersAt(name, offset);
    return {
      hints: help.hints,
      offersAt: {
        filter: offersAt('filter'),
        traceFilter: offersAt('traceFilter'),
        treeFilter: offersAt('treeFilter'),
      },
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the loaded function is one, its envelope is not
  }, [scopeHelp.status, written, hasText, view, args]);
}
