import { expect, test } from 'vitest';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { parseLink, printLink } from '../../url/link.ts';
import type { Screen } from '../../url/screens.ts';
import { baseOf } from '../base-of.ts';
import { inProject, screenEntries } from './screen-entries.ts';

const runs = { ...defaultRunsScreen(), projects: [{ id: 'p' }], filter: 'eq(name, "x")', args: { limit: 3 } };

test('each step changes one thing of the list', () => {
  const target = (label: string) => {
    const found = screenEntries(runs).find((entry) => entry.label === label);
    const link = parseLink(found?.target as string);
    return link.kind === 'ok' ? link.screen : undefined;
  };
  expect(target('Only failed')).toEqual({ ...runs, args: { limit: 3, error: true } });
  expect(target('Oldest first')).toEqual({ ...runs, args: { limit: 3, order: 'asc' } });
  expect(target('Clear the filters')).toEqual({ ...runs, filter: '' });
  expect(target('Last hour')).toEqual({ ...runs, window: { kind: 'relative', seconds: 3600 } });
});

const window = { kind: 'relative', seconds: 30 * 86_400 } as const;
const threads = { kind: 'threads', deployment: { kind: 'sample' }, window, filter: 'x' } as const;

test('threads have windows and their filter; a conversation shows all its turns', () => {
  const targets = new Map(screenEntries(threads).map(({ label, target }) => [label, target]));
  expect(targets.get('Last 24 hours')).toBe('#/1/threads?window=1d&filter=x');
  expect(targets.get('Clear the filter')).toBe('#/1/threads?window=30d');
  expect(targets.has('Last 30 days')).toBe(false);
  expect(screenEntries({ ...threads, threadId: 't' })).toEqual([]);
});

test.each<[string, Screen | undefined, string]>([
  ['runs', { ...runs, view: 'runs', window }, '#/1/runs?project=q&view=runs&window=30d'],
  [
    'threads',
    { ...threads, timeZone: 'Asia/Kathmandu' },
    '#/1/threads?project=q&window=30d&tz=Asia/Kathmandu',
  ],
  ['a conversation', { ...threads, threadId: 't', turn: 'u' }, '#/1/threads?project=q&window=30d'],
  ['a trace', { kind: 'trace', deployment: { kind: 'sample' }, traceId: 't' }, '#/1/runs?project=q'],
  ['connections', { kind: 'connections' }, '#/1/runs?project=q'],
  ['a link that cannot be read', undefined, '#/1/runs?project=q'],
])('another project from %s: the page and the window stay, the filter goes', (_, screen, target) => {
  expect(printLink(inProject(screen, { kind: 'sample' }, { id: 'q' }))).toBe(target);
});

test('what is so already is not offered', () => {
  const labels = screenEntries({ ...defaultRunsScreen(), args: { error: true } }).map(({ label }) => label);
  expect(labels).not.toContain('Last 7 days');
  expect(labels).not.toContain('Only failed');
  expect(labels).not.toContain('Clear the filters');
});

test('a trace and threads lead back to their project', () => {
  const deployment = { kind: 'files' } as const;
  expect(baseOf({ kind: 'trace', deployment, traceId: 't', projectId: 'p' }, deployment)).toEqual({
    ...defaultRunsScreen(deployment),
    projects: [{ id: 'p' }],
  });
  expect(baseOf({ ...threads, deployment, project: { id: 'p' } }, deployment)).toEqual({
    ...defaultRunsScreen(deployment),
    window,
    projects: [{ id: 'p' }],
  });
  expect(baseOf({ kind: 'connections' }, deployment)).toEqual(defaultRunsScreen(deployment));
});
