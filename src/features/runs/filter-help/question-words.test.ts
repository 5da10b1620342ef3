import { expect, test } from 'vitest';
import type { RunArguments } from '../../../url/screens.ts';
import { questionInWords } from './question-words.ts';

const words = (filter: string, args: RunArguments, view: 'runs' | 'traces' = 'traces') =>
  questionInWords({ filter, traceFilter: '', treeFilter: '' }, view, args);

test.each<[string, RunArguments, string]>([
  ['', {}, 'All traces.'],
  ['', { error: true }, 'Traces that failed.'],
  ['', { error: false, runType: 'llm' }, 'Traces that did not fail, and that are of the type “llm”.'],
  ['', { order: 'asc', limit: 1500 }, 'All traces. Oldest first. No more than 1,500.'],
  ['', { runIds: ['a'] }, 'Traces that are the one with the id a.'],
  ['', { runIds: ['a', 'b'], query: 'x y' }, 'Traces that hold the words “x y”, and that are among 2 ids.'],
])('%j %j: %s', (filter, args, sentence) => expect(words(filter, args)).toBe(sentence));

test('a filter comes first', () => {
  expect(words('eq(status, "error")', { isRoot: true }, 'runs')).toMatch(
    /^Runs .+\. Of these only those that are root runs\.$/,
  );
});
