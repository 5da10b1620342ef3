import { expect, test } from 'vitest';
import { randomNumbers } from '../../../testing/random-numbers.ts';
import { Postings } from './postings.ts';

const rowsOf = (postings: Postings, term: number) => {
  const rows: number[] = [];
  postings.forEachRow(term, (row) => rows.push(row));
  return rows.toSorted((a, b) => a - b);
};

interface Picture {
  readonly terms: readonly (readonly number[])[];
  readonly rows: readonly (readonly number[])[];
  readonly counts: readonly number[];
}
type Model = ReadonlyMap<number, readonly number[]>;

const range = (length: number) => Array.from({ length }, (_, n) => n);

function pictureOf(postings: Postings, model: Model, terms: number): Picture {
  return {
    terms: [...model.keys()].map((row) => [...postings.of(row)]),
    rows: range(terms).map((term) => rowsOf(postings, term)),
    counts: range(terms).map((term) => postings.count(term)),
  };
}

function expectedPicture(model: Model, terms: number): Picture {
  const rows = range(terms).map((term) =>
    [...model].flatMap(([row, list]) => (list.includes(term) ? [row] : [])).toSorted((a, b) => a - b),
  );
  return { terms: [...model.values()], rows, counts: rows.map((list) => list.length) };
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
  expect(pictureOf(postings, model, 20)).toEqual(expectedPicture(model, 20));
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
  expect(pictureOf(postings, model, 20)).toEqual(expectedPicture(model, 20));
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
