import { useEffect, useMemo, useRef, useState } from 'react';
import type { Problem } from '../filter/ast.ts';
import type { EditorLanguage } from './editor-language.ts';
import { stillThere } from './still-there.ts';

/** Long enough that nobody is told about a text they are still typing or choosing from the list. */
const PAUSE_MS = 600;

interface Settled {
  readonly text: string;
  /** Where the person paused while writing; undefined once they looked elsewhere. */
  readonly typingAt: number | undefined;
  /** What was said then. */
  readonly shown: readonly Problem[];
}

export interface ShownProblems {
  readonly problems: readonly Problem[];
  /** False while the text is being written: what is shown then is only what was known before. */
  readonly isSettled: boolean;
  /** Says everything now: somebody wants the text to be used. */
  readonly checkNow: (text: string) => void;
  /** With the text that the caret is in, which may be newer than the one that is shown. */
  readonly onCaret: (offset: number | undefined, written: string) => void;
}

/**
 * A problem goes away with the key that solves it. A new one comes after a pause, and not as long as it is
 * only the word at the caret being unfinished.
 */
export function useShownProblems(text: string, language: EditorLanguage): ShownProblems {
  const all = useMemo(() => language.diagnose(text), [language, text]);
  const caret = useRef<number>(undefined);
  const [settled, setSettled] = useState<Settled>({ text, typingAt: undefined, shown: all });
  const isSettled = settled.text === text;
  const { typingAt } = settled;
  const problems = useMemo(() => {
    if (!isSettled) return stillThere(settled.shown, all);
    return typingAt === undefined ? all : language.spare(text, typingAt, all);
  }, [isSettled, settled.shown, typingAt, language, text, all]);

  useEffect(() => {
    if (isSettled) return undefined;
    const timer = setTimeout(() => {
      const at = caret.current;
      const shown = at === undefined ? all : language.spare(text, at, all);
      setSettled({ text, typingAt: at, shown });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isSettled, language, text, all]);

  return {
    problems,
    isSettled,
    checkNow: (committed) =>
      setSettled({ text: committed, typingAt: undefined, shown: language.diagnose(committed) }),
    onCaret: (offset, written) => {
      caret.current = offset;
      const hasMovedOn = written === text && isSettled && typingAt !== undefined && offset !== typingAt;
      if (hasMovedOn) setSettled({ text, typingAt: undefined, shown: all });
    },
  };
}
