/**
 * Filters collected from documents, SDKs and public repositories, each with a verdict. The collection
 * lies beside the repository, not in it; our own cases are tested either way (cases/).
 */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from './check.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';

interface CorpusRow {
  readonly filter: string;
  readonly valid: boolean | null;
}

const file = new URL('../../../shared/langsmith/filter-corpus.json', import.meta.url);
const corpus = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as readonly CorpusRow[])
  : undefined;
if (!corpus) {
  const message = 'SKIPPED: ../shared/langsmith/filter-corpus.json is absent, its filters are not tested';
  // oxlint-disable-next-line no-console -- a part of the tests does not run, and that has to be seen
  console.log(message);
}

const errorsOf = (text: string) => {
  const { tree, problems } = parse(text);
  return [...problems, ...check(tree)].filter((problem) => problem.severity === 'error');
};
const rows = (valid: boolean | null) => (corpus ?? []).filter((row) => row.valid === valid);

test.runIf(corpus)('accepts what is known to be accepted', () => {
  expect(rows(true).length).toBeGreaterThan(100);
  expect(rows(true).filter((row) => errorsOf(row.filter).length > 0)).toEqual([]);
});

test.runIf(corpus)('refuses what is known to be refused', () => {
  expect(rows(false).length).toBeGreaterThan(20);
  expect(rows(false).filter((row) => errorsOf(row.filter).length === 0)).toEqual([]);
});

test.runIf(corpus)('does not block what nobody has proven', () => {
  expect(rows(null).filter((row) => errorsOf(row.filter).length > 0)).toEqual([]);
});

test.runIf(corpus)('prints each to a text that is judged alike', () => {
  for (const { filter } of [...rows(true), ...rows(null)]) {
    const printed = print(parse(filter).tree!);
    expect(errorsOf(printed), printed).toEqual([]);
    expect(print(parse(printed).tree!)).toBe(printed);
  }
});
