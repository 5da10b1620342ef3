import { useEffect } from 'react';
import { useCurrentSaved } from './current-saved.ts';
import type { SavedButtonProps, SavedSign } from './saved-button.tsx';
import { useShelves } from './shelves.ts';

interface SavedWatchProps extends Omit<SavedButtonProps, 'isNarrow'> {
  readonly onSign: (sign: SavedSign) => void;
}

/** Shows nothing: compares the screen with what is stored, and tells the button. */
export function SavedWatch({ api, screen, browserShelf, onSign }: SavedWatchProps) {
  const current = useCurrentSaved(api, useShelves(api, browserShelf, screen), screen);
  const state =
    current.kind === 'elsewhere'
      ? 'elsewhere'
      : current.kind === 'here'
        ? current.isChanged
          ? 'changed'
          : 'same'
        : undefined;
  const id = screen.saved?.id;
  const name = current.kind === 'none' ? undefined : current.name;
  useEffect(() => {
    if (id !== undefined && name !== undefined && state) onSign({ id, name, state });
  }, [id, name, state, onSign]);
  return null;
}
