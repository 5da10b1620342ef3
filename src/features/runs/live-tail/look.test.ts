import { expect, test } from 'vitest';
import type { Run } from '../../../contract/run.ts';
import { rowOfRun, type RunRow } from '../run-row.ts';
import { allShown, NO_LIVE_ROWS, rowsWith } from './live-rows.ts';
import { type AskRows, look, readGap } from './look.ts';
import { withGapRead, withLook } from './with-look.ts';

const MINUTE = 60_000;
/** Minutes; the fixtures' runs are named by when they began. */
const NOW = 100;

const runAt = (minute: number, status: Run['status'] = 'success'): RunRow =>
  rowOfRun({
    id: String(minute),
    traceId: String(minute),
    projectId: 'p',
    isRoot: true,
    name: String(minute),
    runType: 'chain',
    status,
    startTime: minute * MINUTE,
    tags: [],
    feedback: {},
  });

const downFrom = (newest: number, count: number) =>
  Array.from({ length: count }, (_, index) => runAt(newest - index));

/** A server that holds these rows, newest first, and gives so many at a time. */
function server(rows: readonly RunRow[], atOnce = 3) {
  const asked: string[] = [];
  const ask: AskRows = async ({ window, runIds }, { cursor = '0' }) => {
    const { from = -Infinity, to = Infinity } = window;
    asked.push(runIds ? `ids ${runIds.join()}` : `${from / MINUTE} ${cursor}`);
    const found = rows.filter(
      ({ run }) =>
        run.startTime >= from && run.startTime < to && (runIds === undefined || runIds.includes(run.id)),
    );
    const end = Number(cursor) + atOnce;
    return {
      rows: found.slice(Number(cursor), end),
      ...(end < found.length ? { nextCursor: String(end) } : {}),
    };
  };
  return { ask, asked };
}

const request = {
  window: {},
  live: NO_LIVE_ROWS,
  seenAt: NOW * MINUTE,
  pages: 3,
  round: 0,
};
const list = (rows: readonly RunRow[], isCut = true) => ({ rows, isCut });
const minutes = (rows: readonly RunRow[]) => rows.map(({ run }) => run.startTime / MINUTE);

test.each([
  ['a little before the newest row', list([runAt(50), runAt(40)]), {}, 48],
  ['never before the window', list([runAt(50)]), { from: 49 * MINUTE }, 49],
  ['the whole window of an empty list', list([], false), { from: 7 * MINUTE }, 7],
  ['since it was read, where an empty list has unread pages', list([]), { from: 7 * MINUTE }, NOW - 2],
  ['since the look before, where a clock is ahead', list([runAt(500)]), {}, NOW - 2],
])('looks from %s', async (_, base, window, from) => {
  const { ask, asked } = server([]);
  await look({ ...request, ask, list: base, window });
  expect(asked).toEqual([`${from} 0`]);
});

test('a burst is read page by page down to what is known', async () => {
  const { ask } = server(downFrom(58, 10));
  const found = await look({ ...request, ask, list: list([runAt(50)]) });
  expect(minutes(found.rows)).toEqual([58, 57, 56, 55, 54, 53, 52, 51, 50]);
  expect(found.gap).toBeUndefined();
});

test('what a look cannot reach is a gap, and reading it on request closes it', async () => {
  const base = list([runAt(50)]);
  const { ask } = server(downFrom(70, 40));
  const found = await look({ ...request, ask, list: base });
  expect(found.gap).toMatchObject({ from: 50 * MINUTE, to: 62 * MINUTE });
  let live = allShown(withLook(NO_LIVE_ROWS, base, found));
  for (const pages of [2, 3]) {
    const [gap] = live.gaps;
    const { rows, rest } = await readGap(ask, gap!, pages);
    live = withGapRead(live, base, gap!, rows, rest);
  }
  expect(live.gaps).toEqual([]);
  expect(minutes(rowsWith(base.rows, live))).toEqual(minutes(downFrom(70, 21)));
});

test('a gap is read on where it stopped, also among runs of one moment', async () => {
  const base = list([runAt(50)]);
  const burst = Array.from({ length: 25 }, (_, index): RunRow => {
    const { run } = runAt(60);
    return rowOfRun({ ...run, id: `burst ${index}` });
  });
  const { ask } = server([...burst, runAt(50)]);
  let live = allShown(withLook(NO_LIVE_ROWS, base, await look({ ...request, ask, list: base })));
  for (let tries = 0; live.gaps[0] && tries < 5; tries++) {
    const { rows, rest } = await readGap(ask, live.gaps[0], 3);
    live = withGapRead(live, base, live.gaps[0], rows, rest);
  }
  expect([live.gaps, live.shown.length]).toEqual([[], 25]);
});

test('no gap where the reading met a row that is known, whatever the clocks say', async () => {
  const base = list(downFrom(70, 21));
  const { ask } = server(downFrom(72, 40));
  const found = await look({ ...request, ask, list: base, seenAt: 40 * MINUTE });
  expect(found.gap).toBeUndefined();
});

test('unfinished rows further back are asked for by id, in turns', async () => {
  const pending = Array.from({ length: 150 }, (_, index) => runAt(40 - index / 10, 'pending'));
  const base = list([runAt(50), ...pending]);
  const { ask, asked } = server([runAt(50), runAt(40)], 1000);
  const found = await look({ ...request, ask, list: base });
  const ids = (text: string | undefined) => text?.slice('ids '.length).split(',').length;
  expect(ids(asked[1])).toBe(100);
  const live = withLook(NO_LIVE_ROWS, base, found);
  expect(rowsWith(base.rows, live).find(({ run }) => run.id === '40')?.run.status).toBe('success');
  await look({ ...request, ask, list: base, live, round: 1 });
  expect(ids(asked[3])).toBe(49);
});
