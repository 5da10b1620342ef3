import { expect, test } from 'vitest';
import { randomNumbers } from '../../../testing/random-numbers.ts';
import { createStore } from './create-store.ts';
import type { Keyset, Store } from './types.ts';

const START = Date.UTC(2026, 9, 5);
const create = (store: Store, id: string, start: number) =>
  store.write('create', { id, name: 'n', session_id: 'p', start_time: start });
const ids = (store: Store, rows: readonly number[]) => rows.map((row) => store.keysetOf(row).id);

test('order is kept through late arrivals, ties, moves, deletions and returns', () => {
  const random = randomNumbers(17);
  const store = createStore();
  const model = new Map<string, number>();
  for (let step = 0; step < 4000; step++) {
    const id = `r${Math.floor(random() * 300)}`;
    const time = START + Math.floor(random() * 50);
    const dice = random();
    if (dice < 0.2) {
      store.deleteRuns([id]);
      model.delete(id);
    } else if (dice < 0.6 || !model.has(id)) {
      create(store, id, time);
      // A second create changes the start time, too.
      model.set(id, time);
    } else {
      store.write('update', { id, start_time: time });
      store.deleteRuns([id]);
      create(store, id, time);
      model.set(id, time);
    }
    if (step % 20 !== 0) continue;
    expect(pictureOf(store)).toEqual(expectedPicture(model));
  }
  expect(pictureOf(store)).toEqual(expectedPicture(model));
});

function pictureOf(store: Store) {
  const inOrder = (order: 'asc' | 'desc') => ids(store, store.find({}, { order }).rows);
  return { size: store.size, asc: inOrder('asc'), desc: inOrder('desc') };
}

function expectedPicture(model: ReadonlyMap<string, number>) {
  const asc = [...model].toSorted((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
  return { size: model.size, asc, desc: asc.toReversed() };
}

test.each(['asc', 'desc'] as const)('%s pages neither repeat nor skip while runs arrive and go', (order) => {
  const store = createStore();
  for (let n = 0; n < 100; n++) create(store, `r${String(n).padStart(3, '0')}`, START + (n % 10));
  const seen: string[] = [];
  let after: Keyset | undefined;
  for (let page = 0; ; page++) {
    const { rows, hasMore } = store.find({}, { order, limit: 7, ...(after ? { after } : {}) });
    seen.push(...ids(store, rows));
    if (!hasMore) break;
    after = store.keysetOf(rows.at(-1)!);
    // Before and after the position, and at the very same time.
    create(store, `new${page}a`, START - 5 - page);
    create(store, `new${page}b`, START + 50 + page);
    // The run that the position names may go, too.
    store.deleteRuns([after.id]);
  }
  const old = seen.filter((id) => id.startsWith('r'));
  expect(old).toHaveLength(100);
  expect(new Set(seen).size).toBe(seen.length);
});

test('the window holds its start and not its end', () => {
  const store = createStore();
  for (const n of [0, 1, 2, 3]) create(store, `r${n}`, START + n);
  const found = store.find({ from: START + 1, to: START + 3 }, { order: 'asc' });
  expect(ids(store, found.rows)).toEqual(['r1', 'r2']);
});

test('hasMore is exact', () => {
  const store = createStore();
  for (const n of [0, 1, 2]) create(store, `r${n}`, START + n);
  expect(store.find({}, { order: 'desc', limit: 3 })).toMatchObject({ hasMore: false });
  expect(store.find({}, { order: 'desc', limit: 2 })).toMatchObject({ hasMore: true });
  expect(store.find({}, { order: 'desc', limit: 0 })).toEqual({ rows: [], hasMore: false });
});
