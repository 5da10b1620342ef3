import { expect, test } from 'vitest';
import type { Run } from '../../../contract/run.ts';
import type { RunRow } from '../run-row.ts';
import { orderByValue } from '../../../lib/order-by-value.ts';
import type { LocalSort } from '../../../url/screens.ts';
import { isSlowToOrder } from './order-in-worker.ts';
import { sortValue } from './sort-value.ts';

const row = (name: string, totalTokens?: number, metadata: Record<string, unknown> = {}): RunRow => ({
  run: { name, metadata, tags: [], feedback: {} } as unknown as Run,
  totalTokens,
});
const sortedRows = (rows: readonly RunRow[], { column, isDescending }: LocalSort) =>
  Array.from(
    orderByValue(
      rows.map((each) => sortValue(each, column)),
      isDescending,
    ),
    (index) => rows[index]!,
  );
const names = (rows: readonly RunRow[]) => rows.map(({ run }) => run.name).join('');

test.each([
  ['total_tokens', false, 'cab'],
  ['total_tokens', true, 'acb'],
  ['name', true, 'cba'],
  ['metadata.n', false, 'bca'],
  ['no such column', false, 'abc'],
])('by %s, descending %s', (column, isDescending, expected) => {
  const rows = [row('a', 10, {}), row('b', undefined, { n: 2 }), row('c', 9, { n: 'x' })];
  expect(names(sortedRows(rows, { column, isDescending }))).toBe(expected);
});

test('equal rows keep the order of the server, and numbers in texts count as numbers', () => {
  const rows = [row('run 10'), row('run 9'), row('run 10')];
  const sorted = sortedRows(rows, { column: 'name', isDescending: true });
  expect(sorted.map((each) => rows.indexOf(each))).toEqual([0, 2, 1]);
});

test('feedback in words is sorted by the word that was given most', () => {
  const given = (name: string, values: Readonly<Record<string, number>>) => {
    const { run } = row(name);
    return { run: { ...run, feedback: { topic: { n: 1, values, comments: [] } } } } as RunRow;
  };
  const rows = [given('a', { policy: 2, api: 1 }), given('b', { api: 1 }), row('c')];
  expect(names(sortedRows(rows, { column: 'feedback.topic', isDescending: false }))).toBe('bac');
});

test.each([
  ['many different texts', Array.from({ length: 5001 }, (_, n) => `text ${n}`), true],
  ['a few, often', Array.from({ length: 20_000 }, (_, n) => `text ${n % 5000}`), false],
  ['numbers', Array.from({ length: 20_000 }, (_, n) => n), false],
])('%s: ordered beside the page: %s', (_what, values, expected) => {
  expect(isSlowToOrder(values)).toBe(expected);
});
