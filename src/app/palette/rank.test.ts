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
  ['l24h', ['Last 24 hours']],
  ['dora', []],
  ['xyz', []],
  ['oa', ['Reload', 'Load again', 'Download runs']],
])('%s finds %j', (typed, labels) => {
  expect(found(typed)).toEqual(labels);
});

test('a whole word before the beginning of one', () => {
  const turns = ['Turn 40: b', 'Turn 14: c', 'Turn 4: a longer text'].map((label) => ({ label }));
  expect(rank('turn 4', turns).map(({ label }) => label)).toEqual([
    'Turn 4: a longer text',
    'Turn 40: b',
    'Turn 14: c',
  ]);
});

test.each(['refresh', 'rfsh', 'emoh'])('scattered letters are no abbreviation: %s', (typed) => {
  const label = 'Any run filter: Some run of the trace that finished with an error and has more of them';
  expect(rank(typed, [{ label }])).toEqual([]);
});

test('nothing typed keeps everything in order', () => {
  expect(rank('  ', entries)).toEqual(entries);
});

test('other words of an entry count less than its label', () => {
  const both = [{ label: 'Chains', more: 'eq(status, "error")' }, { label: 'Errors of status' }];
  expect(rank('status', both).map(({ label }) => label)).toEqual(['Errors of status', 'Chains']);
});
