import { expect, test } from 'vitest';
import type { Run } from '../../contract/run.ts';
import { both, covers, missingFrom, withDetails } from './page-details.ts';
import { rowOfRun } from './run-row.ts';

const row = (id: string, metadata?: Run['metadata']) =>
  rowOfRun({
    id,
    traceId: id,
    projectId: 'p',
    isRoot: true,
    name: id,
    runType: 'chain',
    status: 'success',
    startTime: 0,
    tags: [],
    feedback: {},
    ...(metadata === undefined ? {} : { metadata }),
  });

const plain = { previews: true, metadata: false };
const whole = { previews: true, metadata: true };
const page = { rows: [row('a'), row('b'), row('c')], selection: plain, nextCursor: 'x' };

test('rows that were read again take their places; others stay, and newer ones stay out', () => {
  const rows = [row('new', {}), row('b', { at: 2 }), row('a', { at: 1 })];
  const next = withDetails(page, { rows, selection: whole });
  expect(next.rows.map(({ run }) => [run.id, run.metadata])).toEqual([
    ['a', { at: 1 }],
    ['b', { at: 2 }],
    ['c', undefined],
  ]);
  expect(next).toMatchObject({ selection: whole, nextCursor: 'x' });
  expect(missingFrom(page, rows)).toEqual(['c']);
});

test.each([
  [plain, whole, false],
  [whole, plain, true],
  [plain, { previews: false, metadata: false }, true],
  [{ previews: false, metadata: true }, plain, false],
])('rows asked for %j have what %j needs: %s', (has, wanted, expected) => {
  expect(covers(has, wanted)).toBe(expected);
  expect(covers(both(has, wanted), has) && covers(both(has, wanted), wanted)).toBe(true);
});
