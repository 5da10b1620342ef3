import { expect, test } from 'vitest';
import { readStored } from './filter-preferences.ts';

test.each([
  [undefined, {}],
  ['bar', {}],
  [
    { language: 'bar', isExplained: true },
    { language: 'bar', isExplained: true },
  ],
  [{ language: 'sql', isExplained: true }, { isExplained: true }],
  [{ language: 'api', isExplained: 'yes' }, { language: 'api' }],
])('%j is read as %j', (stored, expected) => {
  expect(readStored(stored)).toEqual(expected);
});
