import { useEffect, useState } from 'react';
import type { Problem } from '../filter/ast.ts';
import type { Dialect } from '../filter/dialect.ts';
import { filterProblems } from './filter-problems.ts';

/** Long enough that nobody is told about a word they are still typing or choosing from the list. */
const PAUSE_MS = 900;
const NONE: readonly Problem[] = [];

interface Checked {
  readonly text: string;
  readonly problems: readonly Problem[];
}

export interface ShownProblems {
  readonly problems: readonly Problem[];
  /** Checks now: somebody wants the text to be used. */
  readonly checkNow: (text: string) => void;
}

/** Problems go away with the first key and come back after a pause. */
export function useShownProblems(text: string, dialect: Dialect | undefined): ShownProblems {
  const [checked, setChecked] = useState<Checked>(() => ({ text, problems: filterProblems(text, dialect) }));
  const isCurrent = checked.text === text;

  useEffect(() => {
    if (isCurrent) return undefined;
    const timer = setTimeout(() => setChecked({ text, problems: filterProblems(text, dialect) }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, isCurrent, dialect]);

  return {
    problems: isCurrent ? checked.problems : NONE,
    checkNow: (committed) => setChecked({ text: committed, problems: filterProblems(committed, dialect) }),
  };
}
