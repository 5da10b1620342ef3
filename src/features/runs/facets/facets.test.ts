import { describe, expect, test } from 'vitest';
import type { RunStats } from '../../../contract/api.ts';
import type { Run } from '../../../contract/run.ts';
import type { FacetTarget } from '../../../filter/edit/facet.ts';
import { excludeValue, isRangeChosen, toggleRange, withoutTarget } from './facet-edits.ts';
import {
  feedbackGroups,
  FIELD_FACETS,
  fieldGroup,
  metadataGroup,
  rangeGroups,
  sourceWords,
} from './facet-groups.ts';

const NAME: FacetTarget = { kind: 'field', field: 'name' };
const TAGS: FacetTarget = { kind: 'field', field: 'tags' };
const ENV: FacetTarget = { kind: 'pair', group: 'metadata', key: 'env' };

describe('excluding', () => {
  test.each([
    ['', NAME, 'a', 'neq(name, "a")'],
    ['eq(run_type, "llm")', NAME, 'a', 'and(eq(run_type, "llm"), neq(name, "a"))'],
  ] as const)('%s, %o', (text, target, value, expected) => {
    expect(excludeValue(text, target, value)).toMatchObject({ kind: 'edited', text: expected });
  });

  test.each([[TAGS], [ENV]])('%o is said with what LangSmith can, or refused with a reason', (target) => {
    const edited = excludeValue('', target, 'x');
    expect(edited.kind === 'edited' ? edited.text : edited.reason).not.toBe('');
  });
});

test.each([
  ['and(eq(name, "a"), eq(run_type, "llm"))', NAME, 'eq(run_type, "llm")'],
  ['in(name, ["a", "b"])', NAME, ''],
  ['eq(run_type, "llm")', NAME, 'eq(run_type, "llm")'],
  ['and(eq(metadata_key, "env"), eq(metadata_value, "p"))', ENV, ''],
] as const)('%s without %o', (text, target, expected) => {
  expect(withoutTarget(text, target)).toBe(expected);
});

describe('ranges', () => {
  const middle = { field: 'latency', from: 1, to: 5 } as const;
  const open = { field: 'latency', from: 30 } as const;
  const under = { field: 'latency', to: 1 } as const;
  const ranges = [under, middle, open];

  test('one press chooses, another takes it back', () => {
    const on = toggleRange('eq(run_type, "llm")', middle, ranges);
    expect(on).toMatchObject({ text: 'and(eq(run_type, "llm"), gte(latency, 1), lt(latency, 5))' });
    const text = on.kind === 'edited' ? on.text : '';
    expect(isRangeChosen(text, middle)).toBe(true);
    expect(isRangeChosen(text, open)).toBe(false);
    expect(toggleRange(text, middle, ranges)).toMatchObject({ text: 'eq(run_type, "llm")' });
  });

  test('another range replaces the first', () => {
    expect(toggleRange('and(gte(latency, 1), lt(latency, 5))', open, ranges)).toMatchObject({
      text: 'gte(latency, 30)',
    });
  });

  test.each([
    ['gte(latency, 0.5)', under, 'and(gte(latency, 0.5), lt(latency, 1))', 'gte(latency, 0.5)'],
    [
      'and(gte(latency, 0.5), lt(latency, 1))',
      middle,
      'and(gte(latency, 0.5), gte(latency, 1), lt(latency, 5))',
      'gte(latency, 0.5)',
    ],
    ['gte(latency, 1)', middle, 'and(gte(latency, 1), lt(latency, 5))', 'gte(latency, 1)'],
  ] as const)('%s keeps its own bound and gets %o', (text, range, expected, kept) => {
    const edited = toggleRange(text, range, ranges);
    expect(edited).toMatchObject({ text: expected, note: `${kept} stays in the filter too.` });
    expect(isRangeChosen(expected, range)).toBe(true);
  });

  test('taken back, leave what was written beside them', () => {
    expect(toggleRange('and(gte(latency, 0.5), lt(latency, 1))', under, ranges)).toEqual({
      kind: 'edited',
      text: 'gte(latency, 0.5)',
      edits: [{ from: 0, to: 38, text: 'gte(latency, 0.5)' }],
    });
  });

  test('are counted in the loaded rows, from the lower bound on', () => {
    const row = (seconds: number | undefined, totalTokens?: number) => ({
      run: { startTime: 0, endTime: seconds === undefined ? undefined : seconds * 1000 } as Run,
      totalTokens,
    });
    const [latency, tokens] = rangeGroups([row(0.5, 100), row(1), row(4.9), row(30), row(undefined)]);
    expect(latency!.ranges.map(({ label, count }) => [label, count])).toEqual([
      ['under 1 s', 1],
      ['1 s to 5 s', 2],
      ['5 s to 30 s', 0],
      ['30 s and more', 1],
    ]);
    expect(tokens!.ranges[1]).toMatchObject({ label: '100 to 1,000', count: 1 });
  });
});

describe('groups', () => {
  const stats = {
    facets: [{ key: 'name', value: 'a', count: 3 }],
    feedback: {
      score: { n: 2, values: {}, comments: [] },
      verdict: { n: 5, values: { good: 4, bad: 1 }, comments: [] },
    },
  } as unknown as RunStats;
  const rows = [{ run: { name: 'b', metadata: { env: 7 }, tags: [] as string[] } as unknown as Run }];
  const names = FIELD_FACETS.find(({ field }) => field === 'name')!;

  test('come from the statistics, with what is chosen', () => {
    expect(fieldGroup(names, stats, rows, ['c']).source).toBe('matches');
    expect(fieldGroup(names, stats, rows, ['c']).values).toEqual([
      { value: 'c', count: undefined },
      { value: 'a', count: 3 },
    ]);
  });

  test('come from the loaded rows when there are none', () => {
    expect(fieldGroup(names, undefined, rows, []).source).toBe('rows');
    expect(metadataGroup('env', undefined, rows, []).source).toBe('rows');
    expect(fieldGroup(names, undefined, rows, []).values).toEqual([{ value: 'b', count: 1 }]);
  });

  test.each([
    ['matches', 'in all matches'],
    ['rows', 'in 1,200 loaded rows'],
  ] as const)('say what they are counted in: %s', (source, words) => {
    expect(sourceWords(source, 1200)).toBe(words);
  });

  test('keep the JSON type that the server prints away', () => {
    const counted = [{ value: '7', stats: { runCount: 9 } as RunStats }];
    expect(metadataGroup('env', counted, rows, []).values).toEqual([{ value: 7, count: 9 }]);
  });

  test('of feedback show categories, and leave out keys without any', () => {
    expect(feedbackGroups(stats, () => []).map(({ title, values }) => [title, values.length])).toEqual([
      ['verdict', 2],
    ]);
  });
});
