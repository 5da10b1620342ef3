import { expect, test } from 'vitest';
import { randomNumbers } from '../../../testing/random-numbers.ts';
import { Postings } from './postings.ts';

const rowsOf = (postings: Postings, term: number) => {
  const rows: number[] = [];
  postings.forEachRow(term, (row) => rows.push(row));
  return rows.toSorted((a, b) => a - b);
};

function agrees(postings: Postings, model: ReadonlyMap<number, readonly number[]>, terms: number): void {
  for (const [row, list] of model) expect([...postings.of(row)]).toEqual(list);
  for (let term = 0; term < terms; term++) {
    const rows = [...model].flatMap(([row, list]) => (list.includes(term) ? [row] : []));
    expect(rowsOf(postings, term)).toEqual(rows.toSorted((a, b) => a - b));
    expect(postings.count(term)).toBe(rows.length);
  }
}

test('both sides agree through replacements', () => {
  const random = randomNumbers(5);
  const postings = new Postings();
  postings.widen(100);
  const model = new Map<number, readonly number[]>();
  for (let step = 0; step < 2000; step++) {
    const row = Math.floor(random() * 100);
    const terms = [
      ...new Set(Array.from({ length: Math.floor(random() * 6) }, () => Math.floor(random() * 20))),
    ];
    postings.set(row, terms);
    model.set(row, terms);
  }
  agrees(postings, model, 20);
});

test('space given up comes back, and nothing is lost by it', () => {
  const postings = new Postings();
  postings.widen(10);
  const model = new Map<number, readonly number[]>();
  // Enough replaced terms to pass the point where compacting pays.
  for (let step = 0; step < 70_000; step++) {
    const terms = [step % 7, 7 + (step % 5), 12 + (step % 3), 15, 16, 17, 18, 19];
    postings.set(step % 10, terms);
    model.set(step % 10, terms);
  }
  agrees(postings, model, 20);
});

test('has, some and unknown terms', () => {
  const postings = new Postings();
  postings.widen(2);
  postings.set(0, [3, 4]);
  expect([postings.has(0, 4), postings.has(0, 5), postings.has(1, 4), postings.has(0, -1)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect([postings.some(0, (term) => term > 3), postings.some(1, () => true)]).toEqual([true, false]);
  expect([postings.count(99), postings.count(-1), rowsOf(postings, 99)]).toEqual([0, 0, []]);
});
