import { expect, test } from 'vitest';
import type { RunsScreen } from '../url/screens.ts';
import { applyPatch } from './apply-patch.ts';

const screen: RunsScreen = {
  kind: 'runs',
  deployment: { kind: 'sample' },
  view: 'traces',
  projects: [{ id: 'p1' }],
  window: { kind: 'all' },
  filter: 'eq(name, "a")',
  traceFilter: 'eq(status, "error")',
  treeFilter: '',
  args: { limit: 5 },
  columns: ['name'],
};

test('a patch is a whole question: nothing of the old one stays in it', () => {
  expect(applyPatch(screen, { filter: 'has(tags, "x")' }, [])).toEqual({
    ...screen,
    view: 'runs',
    filter: 'has(tags, "x")',
    traceFilter: '',
    args: {},
    columns: undefined,
  });
});

test('where and when stay unless the patch says otherwise', () => {
  const window = { kind: 'relative', seconds: 60 } as const;
  const next = applyPatch(screen, { view: 'traces', window }, [{ id: 'p2', name: 'two' }]);
  expect(next).toMatchObject({ window, projects: [{ id: 'p2', name: 'two' }], columns: ['name'] });
});
