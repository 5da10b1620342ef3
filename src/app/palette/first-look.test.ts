import { expect, test } from 'vitest';
import { firstLook } from './first-look.ts';

const entry = (group: string, at: number) => ({ id: `${group} ${at}`, group, label: `${at}`, target: '#/' });
const many = (group: string, count: number) => Array.from({ length: count }, (_, at) => entry(group, at));

test('recent traces and projects lead, a few of each; nothing is lost', () => {
  const entries = [...many('On this page', 3), ...many('Project', 7), ...many('Recent trace', 6)];
  const shown = firstLook(entries);
  expect(shown.map(({ group }) => group)).toEqual([
    ...Array<string>(5).fill('Recent trace'),
    ...Array<string>(5).fill('Project'),
    ...Array<string>(3).fill('On this page'),
    'Project',
    'Project',
    'Recent trace',
  ]);
  expect(new Set(shown)).toEqual(new Set(entries));
});
