import { expect, test } from 'vitest';
import { generateRuns } from './generate-runs.ts';

const newest = Date.UTC(2026, 10, 1);

test('it makes exactly as many runs as asked, each with its own id, in whole traces', () => {
  const runs = [...generateRuns({ runs: 95, newest })];
  expect(runs).toHaveLength(95);
  expect(new Set(runs.map((run) => run.id)).size).toBe(95);
  expect(runs.filter((run) => run.parent_run_id === undefined)).toHaveLength(10);
});

test('the same seed makes the same runs, another seed others', () => {
  const make = (seed: number) => JSON.stringify([...generateRuns({ runs: 50, newest, seed })]);
  expect(make(3)).toBe(make(3));
  expect(make(3)).not.toBe(make(4));
});

test('a trace can be of any size, and its dotted orders follow its tree', () => {
  const [root, ...children] = [...generateRuns({ runs: 5000, newest, traceSize: 5000 })];
  const orders = JSON.stringify(children.map((run) => run.dotted_order)).split(',');
  const start = JSON.stringify(root!.dotted_order).slice(1, -1);
  expect(orders.filter((order) => !order.includes(`"${start}.`))).toEqual([]);
  expect(root!.start_time).toBe('2026-11-01T00:00:00.000000');
});
