import { expect, test } from 'vitest';
import { readRecentTraces, withTrace } from './recent-traces.ts';

const trace = (traceId: string, at = 0) => ({ traceId, name: `n${traceId}`, at });

test('the latest is first, once, and old ones fall off at twenty', () => {
  let byPlace = {};
  for (let at = 0; at < 25; at += 1) byPlace = withTrace(byPlace, 'sample', trace(String(at), at));
  byPlace = withTrace(byPlace, 'sample', trace('10', 99));
  byPlace = withTrace(byPlace, 'https://h', trace('x'));
  const { sample } = byPlace as { sample: { traceId: string }[] };
  expect(sample).toHaveLength(20);
  expect(sample.slice(0, 2).map(({ traceId }) => traceId)).toEqual(['10', '24']);
  expect(sample.filter(({ traceId }) => traceId === '10')).toHaveLength(1);
});

test.each([
  ['nothing', undefined, {}],
  ['text', 'x', {}],
  [
    'damaged entries',
    { byPlace: { sample: [trace('a'), { traceId: 1 }, null], odd: 7 } },
    { sample: [trace('a')] },
  ],
])('storage with %s', (_, stored, expected) => {
  expect(readRecentTraces(stored)).toEqual(expected);
});
