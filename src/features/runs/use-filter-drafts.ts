import { useState } from 'react';
import type { RunsScreen } from '../../url/screens.ts';
import {
  askable,
  type Drafts,
  draftsOf,
  type FilterTexts,
  followed,
  isAnyChanged,
  textsOf,
} from './filter-drafts.ts';

export interface FilterDrafts extends Drafts {
  /** Some editor holds a text that was not applied. */
  readonly isChanged: boolean;
  readonly setTexts: (texts: FilterTexts) => void;
  /** Asks these texts when they have no error. */
  readonly commit: (texts: FilterTexts) => void;
}

export function useFilterDrafts(screen: RunsScreen, onChange: (next: RunsScreen) => void): FilterDrafts {
  const committed = textsOf(screen);
  const [kept, setKept] = useState(() => draftsOf(committed));
  const drafts = followed(kept, committed);
  if (drafts !== kept) setKept(drafts);
  const setTexts = (texts: FilterTexts) => setKept({ ...drafts, texts });
  return {
    ...drafts,
    isChanged: isAnyChanged(drafts),
    setTexts,
    commit: (texts) => {
      const asked = askable(texts);
      setTexts(asked ?? texts);
      if (asked) onChange({ ...screen, ...asked });
    },
  };
}
