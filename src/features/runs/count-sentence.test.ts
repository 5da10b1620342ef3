import { expect, test } from 'vitest';
import { countSentence } from './count-sentence.ts';

test.each([
  [{ loaded: 1200, hasMore: true }, '1,200 runs loaded, there are more'],
  [{ loaded: 147, hasMore: false }, 'All 147 runs loaded'],
  [{ loaded: 1, hasMore: false }, 'The only run is loaded'],
  [{ loaded: 1, hasMore: true }, '1 run loaded, there are more'],
  [{ loaded: 0, hasMore: false }, 'No runs'],
  [{ loaded: 9, hasMore: false, newer: 2 }, 'All 9 runs loaded; 2 came since'],
  [{ loaded: 0, hasMore: false, newer: 1 }, '1 came since the list was read'],
  [
    { loaded: 50, hasMore: true, stoppedAt: 50 },
    '50 runs loaded, stopped at the limit you set; the server has more',
  ],
])('%j', (count, sentence) => {
  expect(countSentence({ view: 'runs', ...count })).toBe(sentence);
});

test('traces are called traces', () => {
  expect(countSentence({ view: 'traces', loaded: 2, hasMore: false })).toBe('All 2 traces loaded');
});
