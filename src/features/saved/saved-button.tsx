import { Bookmark } from 'lucide-react';
import { createElement, useState } from 'react';
import type { Api } from '../../contract/api.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import type { Screen } from '../../url/screens.ts';
import type { Shelf } from './saved-filter.ts';
import type { SavedScreen } from './saved-query.ts';

export interface SavedButtonProps {
  readonly api: Api;
  readonly screen: SavedScreen;
  readonly browserShelf: Shelf;
  readonly isNarrow: boolean;
  readonly onScreenChange: (next: SavedScreen, how: 'push' | 'replace') => void;
  readonly hrefOf: (screen: Screen) => string;
}

/** What the button says of the filter that the screen names. */
export interface SavedSign {
  readonly id: string;
  readonly name: string;
  readonly state: 'same' | 'changed' | 'elsewhere';
}

const loadPanel = () => import('./saved-panel.tsx').then(({ SavedPanel }) => SavedPanel);
const loadWatch = () => import('./saved-watch.tsx').then(({ SavedWatch }) => SavedWatch);

/** Small, for it comes with the first rows; shelves, translation and forms come when they are needed. */
export function SavedButton({ isNarrow, ...panel }: SavedButtonProps) {
  const { saved } = panel.screen;
  const [sign, setSign] = useState<SavedSign>();
  const watch = useLoaded(loadWatch, saved !== undefined);
  const known = saved && sign?.id === saved.id ? sign : undefined;
  const name = known?.name ?? saved?.name ?? (saved ? 'a saved filter' : undefined);
  return (
    <>
      {saved && watch.status === 'ready' && createElement(watch.value, { ...panel, onSign: setSign })}
      <PopoverButton
        label={
          name === undefined
            ? 'Saved filters'
            : `Saved filters: ${name}${STATE_WORDS[known?.state ?? 'same']}`
        }
        icon={Bookmark}
        variant="ghost"
        buttonContent={isNarrow ? undefined : shortened(name ?? 'Saved')}
        badge={known?.state === 'changed' ? '•' : undefined}
      >
        {(close) => <LazyPart name="saved filters" loader={loadPanel} props={{ ...panel, onClose: close }} />}
      </PopoverButton>
    </>
  );
}

const STATE_WORDS = {
  same: '',
  changed: ', changed since it was saved',
  elsewhere: ', not kept here',
} as const;

/** The toolbar has many buttons; the whole name is in the panel and in the label. */
const shortened = (name: string) => (name.length > 24 ? `${name.slice(0, 23)}…` : name);
