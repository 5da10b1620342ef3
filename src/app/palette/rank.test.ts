import { expect, test } from 'vitest';
import { rank } from './rank.ts';

const entries = ['Load again', 'Columns', 'Reload', 'Download runs', 'Theme: dark', 'Last 24 hours'].map(
  (label) => ({
    label,
  }),
);
const found = (typed: string) => rank(typed, entries).map(({ label }) => label);

test.each<[string, string[]]>([
  ['load', ['Load again', 'Reload', 'Download runs']],
  ['LOAD ag', ['Load again']],
  ['dark theme', ['Theme: dark']],
  ['lag', ['Load again']],
  ['24', ['Last 24 hours']],
  ['xyz', []],
  ['oa', ['Reload', 'Load again', 'Download runs']],
])('%s finds %j', (typed, labels) => {
  expect(found(typed)).toEqual(labels);
});

test('nothing typed keeps everything in order', () => {
  expect(rank('  ', entries)).toEqual(entries);
});

test('other words of an entry count less than its label', () => {
  const both = [{ label: 'Chains', more: 'eq(status, "error")' }, { label: 'Errors of status' }];
  expect(rank('status', both).map(({ label }) => label)).toEqual(['Errors of status', 'Chains']);
});
