import { expect, test } from 'vitest';
import { defaultRunsScreen } from '../../../url/defaults.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { openProbes } from './open-probes.ts';
import { asked, type Answer } from './plan.ts';

const screenOf = (change: Partial<RunsScreen>): RunsScreen => ({
  ...defaultRunsScreen(),
  projects: [{ id: 'p' }],
  view: 'runs',
  window: { kind: 'relative', seconds: 86_400 },
  ...change,
});

/** Everything that is asked when the questions with these labels have rows and no other has. */
function allAsked(change: Partial<RunsScreen>, ...withRows: readonly string[]): readonly string[] {
  const screen = screenOf(change);
  const answers = new Map<string, Answer>([[asked(screen).key, { kind: 'none' }]]);
  const labels: string[] = [];
  for (let open = openProbes(screen, answers); open[0]; open = openProbes(screen, answers)) {
    const [probe] = open;
    labels.push(probe.label);
    answers.set(probe.key, { kind: withRows.includes(probe.label) ? 'some' : 'none' });
  }
  return labels;
}

const WINDOWS = ['over a window four times as long', 'at any time'];

test('one clause: leaving it out is leaving out everything, which is asked once', () => {
  expect(allAsked({ filter: 'eq(status, "eror")' }, 'without any filter')).toEqual([
    'without any filter',
    ...WINDOWS,
    'status is eror in the root run filter',
    'status is eror in the any run filter',
  ]);
});

test('in an empty window no clause is tried, only wider windows', () => {
  expect(allAsked({ filter: 'and(eq(name, "a"), eq(name, "b"))' })).toEqual([
    'without any filter',
    ...WINDOWS,
    ...WINDOWS,
  ]);
});

test('clauses, arguments and scopes are left out one by one; a guilty one is tried elsewhere', () => {
  const change: Partial<RunsScreen> = {
    filter: 'eq(name, "a")',
    treeFilter: 'and(eq(run_type, "llm"), gt(latency, 5))',
    args: { runType: 'tool', order: 'asc' },
  };
  expect(allAsked(change, 'without any filter', 'without name is a')).toEqual([
    'without any filter',
    'without name is a',
    'without run type is llm',
    'without latency > 5 s',
    'without run_type = tool',
    'without the any run filter',
    ...WINDOWS,
    'only name is a',
    'name is a in the root run filter',
    'name is a in the any run filter',
  ]);
});

test('when no single part is guilty, each is asked alone', () => {
  const filter = 'and(eq(name, "a"), eq(status, "error"), has(tags, "x"))';
  expect(allAsked({ filter, view: 'traces', window: { kind: 'all' } }, 'without any filter')).toEqual([
    'without any filter',
    'without name is a',
    'without status is error',
    'without tags has x',
    'only name is a',
    'only status is error',
    'only tags has x',
  ]);
});

test('without filters only the window can be wrong', () => {
  expect(allAsked({})).toEqual(WINDOWS);
  expect(allAsked({ window: { kind: 'all' } })).toEqual([]);
  expect(allAsked({ window: { kind: 'absolute', from: 1000 } })).toEqual(['at any time']);
});
