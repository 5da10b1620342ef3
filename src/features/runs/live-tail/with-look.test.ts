import { expect, test } from 'vitest';
import type { Run } from '../../../contract/run.ts';
import { rowOfRun, type RunRow } from '../run-row.ts';
import { behindWords } from './behind-words.ts';
import { allShown, type LiveRows, NO_LIVE_ROWS, rowsWith } from './live-rows.ts';
import { type Look, withGapRead, withLook } from './with-look.ts';

/** "a9" = the run a that began at 9; "a9!" = the same, unfinished. */
function row(text: string): RunRow {
  const [, id = '', start, pending] = /^([a-z]+)(\d+)(!?)$/.exec(text) ?? [];
  const run: Run = {
    id,
    traceId: id,
    projectId: 'p',
    isRoot: true,
    name: id,
    runType: 'chain',
    status: pending ? 'pending' : 'success',
    startTime: Number(start),
    tags: [],
    feedback: {},
  };
  return rowOfRun(run);
}

const rows = (text: string): readonly RunRow[] => text.split(' ').filter(Boolean).map(row);
const words = (all: readonly RunRow[]) =>
  all.map(({ run }) => `${run.id}${run.startTime}${run.status === 'pending' ? '!' : ''}`).join(' ');

const look = (text: string, wholeFrom = 0): Look => ({ rows: rows(text), wholeFrom });
const list = (text: string, isCut = false) => ({ rows: rows(text), isCut });

/** What the table shows after looks at whose time somebody stood at its top, and what a look found otherwise. */
function tableAfter(base: ReturnType<typeof list>, ...looks: readonly string[]): string {
  const live = looks.reduce<LiveRows>(
    (before, text) => allShown(withLook(before, base, look(text))),
    NO_LIVE_ROWS,
  );
  return words(rowsWith(base.rows, live));
}

test.each([
  ['nothing new', list('b2 a1'), ['b2 a1'], 'b2 a1'],
  ['new rows above', list('b2 a1'), ['d4 c3 b2'], 'd4 c3 b2 a1'],
  ['every look adds, none takes away', list('a1'), ['c3 b2 a1', 'd4'], 'd4 c3 b2 a1'],
  ['a late one stands where it belongs', list('c5 a1'), ['d6', 'b3 d6'], 'd6 c5 b3 a1'],
  ['late between two that came since', list('a1'), ['d6 b2', 'c4'], 'd6 c4 b2 a1'],
  ['an empty list', list(''), ['b2 a1'], 'b2 a1'],
  ['a run of the list has ended', list('b2! a1'), ['b2'], 'b2 a1'],
  ['and its state is not lost again', list('b2! a1'), ['b2', 'c3'], 'c3 b2 a1'],
  ['a run that came since has ended', list('a1'), ['b2!', 'c3 b2'], 'c3 b2 a1'],
  ['beyond the end of a cut list', list('c5 b4', true), ['c5 b4 a3 z2'], 'c5 b4'],
  ['as old as the end of a cut list', list('c5 b4', true), ['d6 a4'], 'd6 c5 b4'],
  ['older than a whole list', list('c5 b4', false), ['a3'], 'c5 b4 a3'],
])('%s', (_, base, looks, shown) => expect(tableAfter(base, ...looks)).toBe(shown));

test('new rows wait until they are let in; what is known changes at once', () => {
  const base = list('b2! a1');
  const held = withLook(NO_LIVE_ROWS, base, look('d4! c3 b2'));
  expect([words(held.waiting), words(rowsWith(base.rows, held))]).toEqual(['d4! c3', 'b2 a1']);
  const more = withLook(held, base, look('e5 d4'));
  expect([words(more.waiting), words(rowsWith(base.rows, more))]).toEqual(['e5 d4 c3', 'b2 a1']);
  expect(words(rowsWith(base.rows, allShown(more)))).toBe('e5 d4 c3 b2 a1');
});

test('a look that changes nothing is the very same value', () => {
  const base = list('a1');
  const once = allShown(withLook(NO_LIVE_ROWS, base, look('b2 a1')));
  expect(withLook(once, base, look('b2 a1'))).toBe(once);
  expect(rowsWith(base.rows, NO_LIVE_ROWS)).toBe(base.rows);
});

test('a row that the list holds by now stands there once', () => {
  const live = allShown(withLook(NO_LIVE_ROWS, list('a1'), look('b2')));
  expect(words(rowsWith(rows('c3 b2 a1'), live))).toBe('c3 b2 a1');
});

test.each([
  ['stays while nothing of it was read', 30, [{ from: 10, to: 20 }]],
  ['is narrowed by a look that reaches into it', 15, [{ from: 10, to: 15 }]],
  ['is closed by a look that reaches beyond it', 10, []],
])('a gap %s', (_, wholeFrom, gaps) => {
  const base = list('a10');
  const gapped = withLook(NO_LIVE_ROWS, base, { ...look('c20', 20), gap: { from: 10, to: 20 } });
  expect(gapped.gaps).toEqual([{ from: 10, to: 20 }]);
  expect(withLook(gapped, base, look('d40', wholeFrom)).gaps).toEqual(gaps);
});

test.each([
  ['whole', 'b15', undefined, [], 'c20 b15 a10'],
  ['in part', 'b15', { from: 10, to: 15 }, [{ from: 10, to: 15 }], 'c20 b15 a10'],
])('a gap read on request, %s', (_, found, rest, gaps, shown) => {
  const base = list('a10');
  const gap = { from: 10, to: 20 };
  const gapped = withLook(NO_LIVE_ROWS, base, { ...look('c20', 20), gap });
  const filled = withGapRead(gapped, base, gap, rows(found), rest);
  expect(filled.gaps).toEqual(gaps);
  expect(words(rowsWith(base.rows, filled))).toBe(shown);
});

test.each([
  ['b2 a1', undefined],
  ['c3 b2 a1', '1 row behind'],
  ['d4 c3', '2 rows behind'],
  ['a1!', 'older than the rows'],
])('numbers counted before a look that found %s are %s', (found, behind) => {
  expect(behindWords(withLook(NO_LIVE_ROWS, list('b2 a1'), look(found)), NO_LIVE_ROWS)).toBe(behind);
});
