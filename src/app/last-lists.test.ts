import { expect, test } from 'vitest';
import { defaultRunsScreen, defaultThreadsScreen } from '../url/defaults.ts';
import type { Screen } from '../url/screens.ts';
import { type LastLists, runsFrom, threadsFrom } from './last-lists.ts';

const here = { kind: 'sample' } as const;
const month = { kind: 'relative', seconds: 30 * 86_400 } as const;
const runs = {
  ...defaultRunsScreen(here),
  projects: [{ id: 'p', name: 'one' }],
  window: month,
  filter: 'eq(status, "error")',
};
const threads = { ...defaultThreadsScreen(here), project: { id: 'p' }, filter: 'has(tags, "x")' };
const trace = (projectId?: string): Screen => ({
  kind: 'trace',
  deployment: here,
  traceId: 't',
  ...(projectId === undefined ? {} : { projectId }),
});

test.each<[string, Screen | undefined, LastLists, object]>([
  ['a trace goes back to its list', trace('p'), { runs }, runs],
  ['a trace of another project to its own', trace('q'), { runs }, { projects: [{ id: 'q' }], filter: '' }],
  ['a trace without a project to the last list', trace(), { runs }, runs],
  ['exports to the last list', { kind: 'exports', deployment: here }, { runs }, runs],
  [
    'threads of another project take project and window along',
    { ...threads, project: { id: 'q' }, window: month },
    { runs },
    { projects: [{ id: 'q' }], window: month, filter: '' },
  ],
  [
    'the list itself loses its conditions',
    runs,
    { runs },
    { projects: runs.projects, window: month, filter: '' },
  ],
  ['nothing was looked at', undefined, {}, defaultRunsScreen(here)],
])('runs: %s', (_what, screen, last, expected) => {
  expect(runsFrom(screen, here, last)).toMatchObject(expected);
});

test.each<[string, Screen | undefined, LastLists, object]>([
  [
    'runs lead to the threads of their project',
    runs,
    {},
    { project: runs.projects[0], window: month, filter: '' },
  ],
  ['with the filter that was there, in the same window', runs, { threads }, { ...threads, window: month }],
  [
    'a conversation to its list',
    { ...threads, threadId: 't' },
    { threads },
    { project: { id: 'p' }, filter: '' },
  ],
  ['exports to the last list', { kind: 'exports', deployment: here }, { threads }, threads],
])('threads: %s', (_what, screen, last, expected) => {
  expect(threadsFrom(screen, here, last)).toMatchObject(expected);
});
