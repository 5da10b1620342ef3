import { expect, test } from 'vitest';
import { newId } from './new-id.ts';
import { normalId } from './normal-id.ts';

test.each([
  ['01A1910D-B601-7000-8000-011B4ABE7D26', '01a1910d-b601-7000-8000-011b4abe7d26'],
  ['01a1910db60170008000011b4abe7d26', '01a1910d-b601-7000-8000-011b4abe7d26'],
  ['Run-7', 'Run-7'],
  ['', ''],
])('%s becomes %s', (given, expected) => {
  expect(normalId(given)).toBe(expected);
});

test('new ids are random UUIDs in normal form', () => {
  const ids = Array.from({ length: 100 }, newId);
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(normalId(id)).toBe(id);
  }
});
