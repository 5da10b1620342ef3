import { Bookmark } from 'lucide-react';
import type { Api } from '../../contract/api.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import type { RunsScreen, Screen } from '../../url/screens.ts';
import { type CurrentSaved, useCurrentSaved } from './current-saved.ts';
import type { Shelf } from './saved-filter.ts';
import { useShelves } from './shelves.ts';

export interface SavedButtonProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly browserShelf: Shelf;
  readonly isNarrow: boolean;
  readonly onScreenChange: (next: RunsScreen, how: 'push' | 'replace') => void;
  readonly hrefOf: (screen: Screen) => string;
}

const loadPanel = () => import('./saved-panel.tsx').then(({ SavedPanel }) => SavedPanel);

export function SavedButton({ isNarrow, browserShelf, ...panel }: SavedButtonProps) {
  const shelves = useShelves(panel.api, browserShelf, panel.screen);
  const current = useCurrentSaved(panel.api, shelves, panel.screen);
  const isChanged = current.kind === 'here' && current.isChanged;
  return (
    <PopoverButton
      label={labelOf(current)}
      icon={Bookmark}
      variant="ghost"
      buttonContent={isNarrow ? undefined : current.kind === 'none' ? 'Saved' : shortened(current.name)}
      badge={isChanged ? '•' : undefined}
    >
      {(close) => (
        <LazyPart
          name="saved filters"
          loader={loadPanel}
          props={{ ...panel, shelves, current, onClose: close }}
        />
      )}
    </PopoverButton>
  );
}

function labelOf(current: CurrentSaved): string {
  if (current.kind === 'none') return 'Saved filters';
  const state =
    current.kind === 'elsewhere'
      ? ', not kept here'
      : current.kind === 'here' && current.isChanged
        ? ', changed since it was saved'
        : '';
  return `Saved filters: ${current.name}${state}`;
}

/** The toolbar has many buttons; the whole name is in the panel and in the label. */
const shortened = (name: string) => (name.length > 24 ? `${name.slice(0, 23)}…` : name);
