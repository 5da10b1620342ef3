import type { Api } from '../../contract/api.ts';
import type { Dialect } from '../../filter/dialect.ts';
import type { LiveSource } from '../../filter/live-values.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import type { RunsScreen } from '../../url/screens.ts';
import { loadChipList } from './builder/builder-parts.ts';
import styles from './filter-bar.module.css';
import { FILTER_NAMES, type FilterTexts } from './filter-drafts.ts';
import { loadFilterWords } from './filter-help/filter-help-parts.ts';
import { useFilterPreferences } from './filter-preferences.ts';
import type { FilterScope } from './filter-scopes.ts';

interface FilterReadingsProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly scopes: readonly FilterScope[];
  readonly texts: FilterTexts;
  readonly dialect: Dialect;
  readonly values: LiveSource;
  readonly onCommit: (texts: FilterTexts) => void;
}

/** The same filters in other forms, below the editors: as chips, and in words. */
export function FilterReadings(props: FilterReadingsProps) {
  const { api, screen, scopes, texts, dialect, values, onCommit } = props;
  const { isBuilt, isExplained } = useFilterPreferences();
  const hasText = FILTER_NAMES.some((name) => texts[name].trim() !== '');
  const hasWords = isExplained || dialect.kind === 'server';
  return (
    <>
      {isBuilt && hasText && (
        <div className={styles.words}>
          <LazyPart name="clauses" loader={loadChipList} props={{ scopes, texts, values, onCommit }} />
        </div>
      )}
      {hasWords && (
        <div className={styles.words}>
          <LazyPart
            name="explanation"
            loader={loadFilterWords}
            props={{ api, screen, texts, dialect, isExplained }}
          />
        </div>
      )}
    </>
  );
}
