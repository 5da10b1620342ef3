/** Clauses that are asked of the wrong run, with the move that puts them right. */
import type { Hint } from '../../../editor/filter-editor.tsx';
import type { FixOffer } from '../../../editor/fix-offer.ts';
import { type ScopeHint, scopeLint } from '../../../filter/scope-lint.ts';
import { applyMove, type MoveFix, movesAt } from '../../../filter/scope-move.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import type { FilterTexts } from '../filter-drafts.ts';
import type { FilterName } from '../filter-scopes.ts';

export interface ScopeHelp {
  readonly hints: Readonly<Record<FilterName, readonly Hint[]>>;
  readonly offersAt: (name: FilterName, offset: number) => readonly FixOffer[];
}

export function scopeHelp(
  texts: FilterTexts,
  { view, args }: Pick<RunsScreen, 'view' | 'args'>,
  onTexts: (texts: FilterTexts) => void,
): ScopeHelp {
  const offer = (move: MoveFix): FixOffer => ({
    kind: 'run',
    title: move.title,
    isPreferred: move.isPreferred,
    run: () => onTexts({ ...texts, ...applyMove(texts, move) }),
  });
  const offersOf = ({ fix }: ScopeHint): readonly FixOffer[] => {
    if (!fix) return [];
    return [fix.kind === 'move' ? offer(fix) : fix];
  };
  const found = scopeLint({ ...texts, view, isRoot: args.isRoot });
  const of = (name: FilterName) =>
    found.filter(({ pane }) => pane === name).map((hint) => ({ ...hint, offers: offersOf(hint) }));
  return {
    hints: { filter: of('filter'), traceFilter: of('traceFilter'), treeFilter: of('treeFilter') },
    offersAt: (name, offset) =>
      movesAt(texts, name, offset)
        // In a table of traces the plain filter is the one about the root.
        .filter(({ to }) => view === 'runs' || to !== 'traceFilter')
        .map(offer),
  };
}
