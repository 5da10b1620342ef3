import { expect, test } from 'vitest';
import type { FeedbackStat } from '../contract/run.ts';
import { badgesThatFit, feedbackTitle, feedbackValue } from './feedback-badges.tsx';

const stat = (more: Partial<FeedbackStat>): FeedbackStat => ({ n: 1, values: {}, comments: [], ...more });

test.each([
  [stat({ avg: 0.8333 }), '0.83', 'k: one score, average 0.83'],
  [stat({ n: 3, avg: 1 }), '1', 'k: 3 scores, average 1'],
  [stat({ n: 3, values: { bad: 1, good: 2 } }), 'good', 'k: 3 scores, bad ×1, good ×2'],
  [stat({ n: 2, comments: ['a', 'b'] }), '×2', 'k: 2 scores, 2 comments'],
])('%j', (given, value, title) => {
  expect(feedbackValue(given)).toBe(value);
  expect(feedbackTitle('k', given)).toBe(title);
});

test.each([
  [[], 100, 0],
  [['helpfulness 0.7'], 40, 1],
  [['a 1', 'b 1'], 76, 2],
  [['a 1', 'b 1', 'c 1'], 76, 1],
  [['helpfulness 0.7', 'topic billing', 'user_score 1'], 134, 1],
  [['helpfulness 0.7', 'topic billing', 'user_score 1'], Infinity, 3],
])('of %j in %d px the first %d are shown', (words, room, count) => {
  expect(badgesThatFit(words, room)).toBe(count);
});
