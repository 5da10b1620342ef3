import { expect, test } from 'vitest';
import { defaultRunsScreen } from '../../url/defaults.ts';
import type { RunsScreen } from '../../url/screens.ts';
import { emptyOffers, emptyReason } from './empty-offers.ts';

const screen = (more: Partial<RunsScreen>): RunsScreen => ({
  ...defaultRunsScreen(),
  projects: [{ id: 'p' }],
  ...more,
});

test('what may be too narrow is offered, the filter first', () => {
  const narrow = screen({ treeFilter: 'eq(name, "x")', args: { runType: 'llm', order: 'asc' } });
  expect(emptyOffers(narrow).map((offer) => offer.id)).toEqual(['filters', 'arguments', 'window']);
  const [filters, args, window] = emptyOffers(narrow).map((offer) => offer.next);
  expect(filters?.treeFilter).toBe('');
  expect(args?.args).toEqual({ order: 'asc' });
  expect(window?.window).toEqual({ kind: 'relative', seconds: 30 * 86_400 });
});

test('nothing is offered when nothing was narrowed', () => {
  expect(emptyOffers(screen({ window: { kind: 'all' } }))).toEqual([]);
});

test.each([
  [screen({}), 'There are no traces in this project in the window “Last 7 days”.'],
  [screen({ window: { kind: 'all' } }), 'There are no traces in this project at any time.'],
  [
    screen({ view: 'runs', filter: 'x', args: { limit: 1 } }),
    'No runs in this project in the window “Last 7 days” match the filters and the arguments.',
  ],
])('the reason is a sentence', (given, sentence) => {
  expect(emptyReason(given)).toBe(sentence);
});
