/** Moving a clause from one of the three filters to another. */
import { chipsOf } from './edit/chip.ts';
import { addClause, removeClause } from './edit.ts';
import type { ScopeTexts } from './explain-scopes.ts';

export type Pane = keyof ScopeTexts;

export interface MoveFix {
  readonly kind: 'move';
  readonly title: string;
  readonly code: string;
  readonly from: Pane;
  readonly to: Pane;
  /** What moves, as written. */
  readonly clause: string;
  /** What is left where it was. */
  readonly remaining: string;
  readonly isPreferred: boolean;
}

const NAMES: Readonly<Record<Pane, string>> = {
  filter: 'run filter',
  traceFilter: 'root run filter',
  treeFilter: 'any run filter',
};

/** Undefined when the clause cannot be cut out, since the text around it is broken. */
export function moveOf(
  texts: ScopeTexts,
  from: Pane,
  index: number,
  to: Pane,
  code = 'move',
): MoveFix | undefined {
  const text = texts[from] ?? '';
  const chip = chipsOf(text)[index];
  const rest = removeClause(text, index);
  if (!chip || rest.kind === 'refused' || addClause(texts[to] ?? '', chip.text).kind === 'refused') {
    return undefined;
  }
  const title = `Move it to the ${NAMES[to]}`;
  return { kind: 'move', title, code, from, to, clause: chip.text, remaining: rest.text, isPreferred: true };
}

/** Where else the clause at the offset can go. */
export function movesAt(texts: ScopeTexts, from: Pane, offset: number): readonly MoveFix[] {
  const chips = chipsOf(texts[from] ?? '');
  const index = chips.findIndex(({ ranges }) =>
    ranges.some((range) => range.from <= offset && offset <= range.to),
  );
  if (index < 0) return [];
  const panes: readonly Pane[] = ['filter', 'traceFilter', 'treeFilter'];
  return panes
    .filter((to) => to !== from)
    .flatMap((to) => moveOf(texts, from, index, to) ?? [])
    .map((move) => ({ ...move, isPreferred: false }));
}

export function applyMove(texts: ScopeTexts, { from, to, clause, remaining }: MoveFix): ScopeTexts {
  const added = addClause(texts[to] ?? '', clause);
  if (added.kind === 'refused') return texts;
  return { ...texts, [from]: remaining, [to]: added.text };
}
