import { expect, test } from 'vitest';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { parseLink } from '../../url/link.ts';
import { baseOf, screenEntries } from './screen-entries.ts';

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
  const window = { kind: 'all' } as const;
  const threads = { kind: 'threads', deployment, project: { id: 'p' }, window, filter: 'x' } as const;
  expect(baseOf(threads, deployment)).toEqual({
    ...defaultRunsScreen(deployment),
    window,
    projects: [{ id: 'p' }],
  });
  expect(baseOf({ kind: 'connections' }, deployment)).toEqual(defaultRunsScreen(deployment));
});
