import { useMemo, useState, type ReactNode } from 'react';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { loadPasteParts } from './paste-parts.ts';
import { isPasted } from './is-pasted.ts';
import type { StartPanelProps } from './start-panel.tsx';

interface PasteOfferOptions extends StartPanelProps {
  /** What stands in the box, in the box's own language. */
  readonly text: string;
  readonly language: 'api' | 'bar';
  /** The box does not understand it. */
  readonly isDoubtful: boolean;
  readonly onFilter: (filter: string) => void;
}

/** What a box shows instead of problems as long as it holds a paste of another kind. */
export function usePasteOffer({ text, language, isDoubtful, onFilter, ...start }: PasteOfferOptions) {
  const [pasted, setPasted] = useState<{ readonly text: string; readonly at: number }>();
  const isWanted = pasted?.text === text && isDoubtful;
  const parts = useLoaded(loadPasteParts, isWanted);
  const readPaste = parts.status === 'ready' ? parts.value.readPaste : undefined;
  const found = useMemo(
    () => (isWanted ? readPaste?.(text, language, pasted.at) : undefined),
    [isWanted, readPaste, text, language, pasted],
  );
  const instead: ReactNode =
    found && parts.status === 'ready' ? (
      <parts.value.PasteOffer {...start} found={found} onFilter={onFilter} />
    ) : undefined;
  return {
    instead,
    /** Call it with every text that is written into the box. */
    onWritten: (next: string) => {
      if (isPasted(text, next)) setPasted({ text: next, at: Date.now() });
    },
  };
}
