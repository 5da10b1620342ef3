/**
 * Which smaller or wider questions tell why a question has no rows. Each is the same screen with one thing
 * left out or widened; what the answers so far make pointless is never asked.
 */
import { type Chip, chipsOf } from '../../../filter/edit/chip.ts';
import { removeClause } from '../../../filter/edit.ts';
import { applyMove, moveOf } from '../../../filter/scope-move.ts';
import type { RunArguments, RunsScreen, WindowChoice } from '../../../url/screens.ts';
import { argumentChips, withArguments } from '../argument-chips.ts';
import { filterScopes, type FilterName } from '../filter-scopes.ts';
import { chipText } from '../builder/chip-words.ts';

/** Unknown: several pages were empty, and the server has more to look through. */
export type Answer =
  | { readonly kind: 'some' | 'none' | 'unknown' }
  | { readonly kind: 'failed'; readonly message: string };

export type Answers = ReadonlyMap<string, Answer>;

export interface Probe {
  /** The question itself: the same one is asked once, whatever it is asked for. */
  readonly key: string;
  /** What is being tried, for the progress line. */
  readonly label: string;
  readonly screen: RunsScreen;
}

/** Something of the question that may be left out. */
export type Part =
  | {
      readonly kind: 'clause';
      readonly scope: FilterName;
      readonly index: number;
      readonly chip: Chip;
      readonly words: string;
    }
  | { readonly kind: 'argument'; readonly key: keyof RunArguments; readonly words: string };

export const SCOPES: readonly FilterName[] = ['filter', 'traceFilter', 'treeFilter'];

/** Order, limit and select show rows differently, but never take the first one away. */
const NARROWING: ReadonlySet<keyof RunArguments> = new Set([
  'query',
  'runType',
  'error',
  'isRoot',
  'traceId',
  'parentRunId',
  'referenceExampleId',
  'runIds',
]);

export function partsOf(screen: RunsScreen): readonly Part[] {
  const clauses = SCOPES.flatMap((scope) =>
    chipsOf(screen[scope]).map((chip, index): Part => ({
      kind: 'clause',
      scope,
      index,
      chip,
      words: chipText(chip),
    })),
  );
  const args = argumentChips(screen.args)
    .filter(({ key }) => NARROWING.has(key) && !(key === 'isRoot' && screen.view === 'traces'))
    .map(({ key, name, value }): Part => ({ kind: 'argument', key, words: `${name} = ${value}` }));
  return [...clauses, ...args];
}

/** Undefined when the clause cannot be cut out. */
export function without(screen: RunsScreen, part: Part): Probe | undefined {
  if (part.kind === 'argument') {
    const args = withArguments(screen.args, { [part.key]: undefined });
    return probe(`without ${part.words}`, { ...screen, args });
  }
  const rest = removeClause(screen[part.scope], part.index);
  if (rest.kind === 'refused') return undefined;
  return probe(`without ${part.words}`, { ...screen, [part.scope]: rest.text });
}

/** Without any of them; undefined when one of them cannot be cut out. */
export function withoutAll(screen: RunsScreen, parts: readonly Part[]): Probe | undefined {
  const indexOf = (part: Part) => (part.kind === 'clause' ? part.index : 0);
  let left: RunsScreen | undefined = screen;
  // From the last one on, so that the places of the others stay what they are.
  for (const part of parts.toSorted((a, b) => indexOf(b) - indexOf(a))) {
    left = left && without(left, part)?.screen;
  }
  return left && probe(`without ${parts.map(({ words }) => words).join(', ')}`, left);
}

export function withoutScope(screen: RunsScreen, scope: FilterName): Probe {
  return probe(`without the ${scopeName(screen, scope)}`, { ...screen, [scope]: '' });
}

/** Nothing but project and window. */
export function bare(screen: RunsScreen): Probe {
  const narrowing = Object.fromEntries([...NARROWING].map((key) => [key, undefined]));
  const args = withArguments(screen.args, narrowing);
  return probe('without any filter', { ...screen, filter: '', traceFilter: '', treeFilter: '', args });
}

/** One part by itself. */
export function alone(screen: RunsScreen, part: Part): Probe {
  const { screen: empty } = bare(screen);
  const next =
    part.kind === 'clause'
      ? { ...empty, [part.scope]: part.chip.text }
      : { ...empty, args: withArguments(empty.args, { [part.key]: screen.args[part.key] }) };
  return probe(`only ${part.words}`, next);
}

/** The question itself, which is known to have no rows. */
export function asked(screen: RunsScreen): Probe {
  return probe('the question itself', screen);
}

export function over(screen: RunsScreen, window: WindowChoice, label: string): Probe {
  return probe(label, { ...screen, window });
}

/** Asked of another run of the trace; the any-run filter is the widest, so nothing leaves it. */
export function moved(screen: RunsScreen, part: Part): readonly { to: FilterName; probe: Probe }[] {
  if (part.kind !== 'clause' || part.scope === 'treeFilter') return [];
  const targets: readonly FilterName[] =
    part.scope === 'filter' && screen.view === 'runs' ? ['traceFilter', 'treeFilter'] : ['treeFilter'];
  return targets.flatMap((to) => {
    const move = moveOf(screen, part.scope, part.index, to);
    if (!move) return [];
    const label = `${part.words} in the ${scopeName(screen, to)}`;
    return { to, probe: probe(label, { ...screen, ...applyMove(screen, move) }) };
  });
}

/** Four times as long, around the same moments; undefined when there is no length to multiply. */
function fourfold(window: WindowChoice): WindowChoice | undefined {
  if (window.kind === 'relative') return { kind: 'relative', seconds: window.seconds * 4 };
  if (window.kind === 'all' || window.from === undefined || window.to === undefined) return undefined;
  const margin = (window.to - window.from) * 1.5;
  return { kind: 'absolute', from: window.from - margin, to: window.to + margin };
}

export const ALL_TIME: WindowChoice = { kind: 'all' };

/** The same question in wider windows, the narrowest first. */
export function wider(screen: RunsScreen): readonly Probe[] {
  const times4 = fourfold(screen.window);
  return [
    ...(times4 ? [over(screen, times4, 'over a window four times as long')] : []),
    ...(screen.window.kind === 'all' ? [] : [over(screen, ALL_TIME, 'at any time')]),
  ];
}

export function scopeName(screen: RunsScreen, scope: FilterName): string {
  const title = filterScopes(screen.view).find(({ name }) => name === scope)?.title ?? scope;
  return `${title.toLowerCase()} filter`;
}

export const said = (answers: Answers, { key }: Probe, kind: Answer['kind']): boolean =>
  answers.get(key)?.kind === kind;

function probe(label: string, screen: RunsScreen): Probe {
  const { projects, view, window, filter, traceFilter, treeFilter, args } = screen;
  const ids = projects.map(({ id }) => id);
  return { key: JSON.stringify([view, ids, window, filter, traceFilter, treeFilter, args]), label, screen };
}
