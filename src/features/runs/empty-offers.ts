import type { RunsScreen } from '../../url/screens.ts';
import { argumentChips, withArguments } from './argument-chips.ts';
import { widerWindow, windowLabel } from '../../parts/pick/window-choices.ts';

export interface EmptyOffer {
  readonly id: string;
  readonly label: string;
  readonly next: RunsScreen;
}

/** Order and select show rows differently, but never take one away. */
const narrowingChips = (screen: RunsScreen) =>
  argumentChips(screen.args).filter(({ key }) => key !== 'order' && key !== 'select');

/** What may have kept every row away, as the screens without it; the most likely one first. */
export function emptyOffers(screen: RunsScreen): readonly EmptyOffer[] {
  const offers: EmptyOffer[] = [];
  const wider = widerWindow(screen.window);
  const hasFilter = [screen.filter, screen.traceFilter, screen.treeFilter].some((text) => text.trim() !== '');
  const narrowing = narrowingChips(screen);
  if (hasFilter) {
    offers.push({
      id: 'filters',
      label: 'Clear the filters',
      next: { ...screen, filter: '', traceFilter: '', treeFilter: '' },
    });
  }
  if (narrowing.length > 0) {
    const cleared = Object.fromEntries(narrowing.map(({ key }) => [key, undefined]));
    const args = withArguments(screen.args, cleared);
    offers.push({ id: 'arguments', label: 'Clear the arguments', next: { ...screen, args } });
  }
  if (wider) {
    const label = `Look at ${windowLabel(wider).replace(/^./, (first) => first.toLowerCase())}`;
    offers.push({ id: 'window', label, next: { ...screen, window: wider } });
  }
  return offers;
}

/** Why there may be nothing, in one sentence. */
export function emptyReason(screen: RunsScreen): string {
  const conditions = [
    ...([screen.filter, screen.traceFilter, screen.treeFilter].some((text) => text.trim() !== '')
      ? ['the filters']
      : []),
    ...(narrowingChips(screen).length > 0 ? ['the arguments'] : []),
  ];
  const where = screen.projects.length === 1 ? 'this project' : 'these projects';
  const when = screen.window.kind === 'all' ? 'at any time' : `in the window “${windowLabel(screen.window)}”`;
  return conditions.length === 0
    ? `There are no ${screen.view} in ${where} ${when}.`
    : `No ${screen.view} in ${where} ${when} match ${conditions.join(' and ')}.`;
}
