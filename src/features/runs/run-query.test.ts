import { expect, test } from 'vitest';
import { defaultRunsScreen } from '../../url/defaults.ts';
import type { RunsScreen } from '../../url/screens.ts';
import { runQueryOf, statsQueryOf } from './run-query.ts';

const window = { from: 1000 };
const screen = (more: Partial<RunsScreen>): RunsScreen => ({
  ...defaultRunsScreen(),
  projects: [{ id: 'p1', name: 'one' }, { id: 'p2' }],
  view: 'runs',
  ...more,
});

test('a bare screen asks for its projects and window only', () => {
  expect(runQueryOf(screen({}), window)).toEqual({ projectIds: ['p1', 'p2'], window });
});

test('every argument of list_runs is sent, limit and select are the page’s own', () => {
  const args = {
    query: 'slow ones',
    runType: 'llm',
    traceId: 't',
    parentRunId: 'r',
    referenceExampleId: 'e',
    runIds: ['a', 'b'],
    isRoot: false,
    error: false,
    order: 'asc',
  } as const;
  const asked = runQueryOf(
    screen({
      filter: ' eq(a, 1)\n',
      traceFilter: 't()',
      treeFilter: 'r()',
      args: { ...args, limit: 5, select: ['id'] },
    }),
    window,
  );
  expect(asked).toEqual({
    projectIds: ['p1', 'p2'],
    window,
    filter: 'eq(a, 1)',
    traceFilter: 't()',
    treeFilter: 'r()',
    ...args,
  });
});

test('blank filters and empty lists are not sent', () => {
  const asked = runQueryOf(screen({ filter: '  \n ', args: { runIds: [], traceId: '' } }), window);
  expect(asked).toEqual({ projectIds: ['p1', 'p2'], window });
});

test('a table of traces lists roots whatever the argument says, and counts roots', () => {
  const traces = screen({ view: 'traces', args: { isRoot: false } });
  const asked = runQueryOf(traces, window);
  expect(asked).toEqual({ projectIds: ['p1', 'p2'], window });
  expect(statsQueryOf(traces, asked).isRoot).toBe(true);
});
