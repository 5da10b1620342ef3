import { expect, test } from 'vitest';
import type { FilterTexts } from '../filter-drafts.ts';
import { scopeHelp } from './scope-hints.ts';

const texts = {
  filter: 'and(eq(run_type, "llm"), and(eq(feedback_key, "user_score"), eq(feedback_score, 1)))',
  traceFilter: '',
  treeFilter: '',
};

function help(given: FilterTexts, view: 'runs' | 'traces') {
  const seen: FilterTexts[] = [];
  return { ...scopeHelp(given, { view, args: {} }, (next) => seen.push(next)), seen };
}

test('feedback asked of each run moves to the root with one press', () => {
  const { hints, seen } = help(texts, 'runs');
  const [hint] = hints.filter;
  expect(hint).toMatchObject({ code: 'feedback-of-children', severity: 'info' });
  const [offer] = hint!.offers;
  if (offer?.kind === 'run') offer.run();
  expect(seen).toEqual([
    {
      filter: 'eq(run_type, "llm")',
      traceFilter: 'and(eq(feedback_key, "user_score"), eq(feedback_score, 1))',
      treeFilter: '',
    },
  ]);
});

test('a table of traces asks the root anyway', () => {
  expect(help(texts, 'traces').hints.filter).toEqual([]);
});

test.each([
  ['runs', ['Move it to the root run filter', 'Move it to the any run filter']],
  ['traces', ['Move it to the any run filter']],
] as const)('a clause can be moved by hand (%s)', (view, titles) => {
  const { offersAt } = help(texts, view);
  expect(offersAt('filter', 8).map(({ title }) => title)).toEqual(titles);
});
