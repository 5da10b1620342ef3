import { expect, test } from 'vitest';
import { defaultRunsScreen } from '../../../url/defaults.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { insideOf } from './inside-of.ts';

test.each<[Partial<RunsScreen>, string]>([
  [{}, ''],
  [{ filter: 'has(tags, "x")' }, 'has(tags, "x")'],
  [{ filter: 'a()', traceFilter: 'b()' }, 'and(a(), b())'],
  [{ args: { runType: 'chain', error: true } }, 'and(eq(run_type, "chain"), eq(status, "error"))'],
])('%j becomes a question about the root', (change, traceFilter) => {
  const inside = insideOf({ ...defaultRunsScreen(), ...change }, 'llm');
  expect(inside).toMatchObject({ view: 'runs', filter: '', traceFilter, args: { runType: 'llm' } });
  expect(inside.args).not.toHaveProperty('error');
});
