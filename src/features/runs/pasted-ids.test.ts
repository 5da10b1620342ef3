import { expect, test } from 'vitest';
import { pastedIds } from './pasted-ids.ts';

const A = 'a36092d2-4ad5-4fb4-9c0d-0dba9a2ed836';
const B = '9398e6be-964f-4aa4-8ae9-ad78cd4b7074';

test.each([
  ['lines', `${A}\n${B}\n`, [A, B], []],
  ['a Python list', `run_ids = ['${A}','${B}']`, [A, B], ['run_ids', '=']],
  ['JSON, once each', `["${A}", "${A.toUpperCase()}"]`, [A], []],
  ['words between', `${A}, nonsense`, [A], ['nonsense']],
  ['nothing', '  ', [], []],
])('%s', (_what, text, ids, rejected) => {
  expect(pastedIds(text)).toEqual({ ids, rejected });
});
