import type { Api } from '../../contract/api.ts';
import type { Screen } from '../../url/screens.ts';
import type { CurrentSaved } from './current-saved.ts';
import type { SavedFilter, Shelf } from './saved-filter.ts';
import { type SavedScreen, screenWith } from './saved-query.ts';
import type { Shelves } from './shelves.ts';

export interface SavedPanelProps {
  readonly api: Api;
  readonly screen: SavedScreen;
  readonly browserShelf: Shelf;
  readonly onScreenChange: (next: SavedScreen, how: 'push' | 'replace') => void;
  readonly hrefOf: (screen: Screen) => string;
  readonly onClose: () => void;
}

/** What the panel shows; everything but the list is about one thing and leads back to it. */
export type Step =
  | { readonly kind: 'list' | 'save' | 'import' }
  | { readonly kind: 'update' | 'rename' | 'delete'; readonly saved: SavedFilter };

export interface StepProps extends SavedPanelProps {
  readonly shelves: Shelves;
  readonly current: CurrentSaved;
  readonly onStep: (step: Step) => void;
  /** The screen now shows this one as it is stored. */
  readonly onStored: (saved: SavedFilter) => void;
}

/** Undefined for one that cannot be read. */
export function screenOf({ id, name, content }: SavedFilter, screen: SavedScreen): SavedScreen | undefined {
  return content.kind === 'query' ? screenWith(content.query, screen, { id, name }) : undefined;
}

/** The same question under no name. */
export function withoutSaved<S extends SavedScreen>(screen: S): S {
  const { saved: _saved, ...rest } = screen;
  return rest as S;
}
