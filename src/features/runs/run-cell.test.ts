import { expect, test } from 'vitest';
import { valueAt } from './run-cell.tsx';

const metadata = { env: 'prod', 'a.b': 1, a: { b: 2, c: { d: [3] } }, off: false, none: null };

test.each([
  ['env', 'prod'],
  ['a.b', 1],
  ['a.c', { d: [3] }],
  ['a.c.d', [3]],
  ['off', false],
  ['none', null],
  ['env.length', undefined],
  ['a.c.d.0', undefined],
  ['toString', undefined],
  ['missing', undefined],
])('metadata key %s', (key, value) => {
  expect(valueAt(metadata, key)).toEqual(value);
});
