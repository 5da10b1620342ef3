import { expect, test } from 'vitest';
import { statNumbers } from './stats-strip.tsx';

test('numbers that the server did not give are left out', () => {
  const none = { feedback: {}, facets: [] };
  expect(statNumbers(none, 'runs')).toEqual([]);
  expect(statNumbers({ ...none, runCount: 0, errorRate: 0 }, 'traces').map(({ label }) => label)).toEqual([
    'traces',
    'errors',
  ]);
});

test('every number has its unit', () => {
  const stats = {
    runCount: 1234,
    errorRate: 0.042,
    latencyP50: 1.2,
    latencyP99: 75,
    totalTokens: 1_234_567,
    totalCost: 3.5,
    feedback: {},
    facets: [],
  };
  expect(statNumbers(stats, 'runs').map(({ label, value }) => `${label} ${value}`)).toEqual([
    'runs 1,234',
    'errors 4.2%',
    'p50 1.20 s',
    'p99 1m 15s',
    'tokens 1.2M',
    'cost $3.50',
  ]);
});
