import { expect, test } from 'vitest';
import { defaultRunsScreen } from './defaults.ts';
import { describeLink } from './describe-link.ts';
import { printLink } from './link.ts';

test('every part of a link is named', () => {
  const link = printLink({
    ...defaultRunsScreen({ kind: 'server', url: 'https://h.example', workspaceId: 'w1' }),
    projects: [{ id: 'p1', name: 'shop' }, { id: 'p2' }],
    window: { kind: 'relative', seconds: 7200 },
    filter: 'eq(name, "x")',
    args: { order: 'asc', runIds: ['a', 'b'] },
    columns: ['name', 'error'],
  });
  expect(describeLink(link)).toEqual([
    { name: 'Page', value: 'Runs' },
    { name: 'Data', value: 'https://h.example' },
    { name: 'Workspace', value: 'w1' },
    { name: 'Project', value: 'shop (p1)' },
    { name: 'Project', value: 'p2' },
    { name: 'Time window', value: 'the last 2 hours, counted from the moment of opening' },
    { name: 'Filter', value: 'eq(name, "x")', isCode: true },
    { name: 'Run ids', value: 'a,b' },
    { name: 'Order', value: 'oldest first' },
    { name: 'Columns', value: 'name, error' },
    { name: 'Rows', value: 'traces' },
  ]);
});

test('a part that nobody gave a word to is still shown', () => {
  expect(describeLink('#/1/exports/e1?deployment=files&chart_kind=cost')).toEqual([
    { name: 'Page', value: 'Exports e1' },
    { name: 'Data', value: 'opened files' },
    { name: 'Chart kind', value: 'cost' },
  ]);
});

test('a page without data of a deployment names none', () => {
  expect(describeLink('#/1/connections', false)).toEqual([{ name: 'Page', value: 'Connections' }]);
});

test('a list of threads says the window that it has without naming one; a conversation is shown whole', () => {
  const names = (hash: string) => describeLink(hash).map(({ name }) => name);
  expect(names('#/1/threads')).toEqual(['Page', 'Time window', 'Data']);
  expect(names('#/1/threads/t1')).toEqual(['Page', 'Data']);
});
