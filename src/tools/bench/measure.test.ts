import { expect, test } from 'vitest';
import { measure, summarize } from './measure.ts';

test('the median and the worst of what was measured', () => {
  const mark = { ms: 2, of: 'a mark' };
  expect(summarize('x', mark, [5, 1, 9])).toEqual({ what: 'x', median: 5, worst: 9, mark });
  expect(() => summarize('x', undefined, [])).toThrow('measured no times');
});

test('two rounds warm up and are not counted; work without a result is refused', async () => {
  const rounds: number[] = [];
  await measure('x', undefined, 3, (round) => rounds.push(round));
  expect(rounds).toEqual([-2, -1, 0, 1, 2]);
  await expect(measure('x', undefined, 1, () => undefined)).rejects.toThrow('what was measured?');
});
