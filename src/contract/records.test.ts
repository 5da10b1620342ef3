import { expect, test } from 'vitest';
import { canonicalDottedOrder, dottedParts } from './dotted-order.ts';
import { feedbackFrom } from './feedback.ts';
import { feedbackStats } from './feedback-stats.ts';
import { projectFrom, projectMetadata } from './project.ts';
import { statsFrom } from './run-stats.ts';
import { checkBody } from './schema.ts';
import { isAtLeast } from './server.ts';
import { threadFrom, threadGroupsV1, threadPageV2 } from './thread.ts';
import { uuidTime } from './uuid-time.ts';

const silent = () => {};
const A = '018e4c7e-a9fb-7ef0-8000-0a1b2c3d4e5f';
const B = '018e4c7e-aa00-7ef0-8000-0a1b2c3d4e60';

test.each<[string, string, string | undefined]>([
  ['dashed', `20260820T101500000000Z${A}`, `20260820T101500000000Z${A}`],
  ['dashless with a dot', `20260820T101500000000Z${A.replaceAll('-', '')}.`, `20260820T101500000000Z${A}`],
  [
    'mixed',
    `20260820T101500000000Z${A}.20260820T101501000000Z${B}.`,
    `20260820T101500000000Z${A}.20260820T101501000000Z${B}`,
  ],
  ['ids that are no UUIDs', '20260820T101500000000Zroot', '20260820T101500000000Zroot'],
  ['nonsense', 'nonsense', undefined],
  ['only a dot', '.', undefined],
])('dotted order: %s', (_, text, expected) => {
  expect(canonicalDottedOrder(text)).toBe(expected);
});

test('the parts of a dotted order carry microseconds', () => {
  expect(dottedParts(`20260820T101500000001Z${A}.badZ${B}`)).toEqual([
    { id: A, time: Date.UTC(2026, 7, 20, 10, 15) + 0.001 },
    { id: B, time: undefined },
  ]);
});

test('only version 7 ids hold a time', () => {
  expect(uuidTime(A)).toBe(0x018e4c7ea9fb);
  expect(uuidTime('018e4c7e-a9fb-4ef0-8000-0a1b2c3d4e5f')).toBeUndefined();
  expect(uuidTime('my-own-id')).toBeUndefined();
});

test('feedback statistics of both generations', () => {
  const misread: string[] = [];
  const stats = feedbackStats(
    {
      v1: { n: 2, avg: 0.5 },
      v2: {
        n: 1,
        avg: null,
        min: 0,
        max: 1,
        stdev: null,
        errors: 1,
        values: { good: 1 },
        comments: ['a', null],
        sources: [{}],
      },
      none: null,
      odd: 7,
      half: { n: 'many' },
    },
    (field) => misread.push(field),
  );
  expect(stats).toEqual({
    v1: { n: 2, avg: 0.5, values: {}, comments: [] },
    v2: { n: 1, min: 0, max: 1, errors: 1, values: { good: 1 }, comments: ['a'] },
    half: { n: 0, values: {}, comments: [] },
  });
  expect(misread).toEqual(['feedback_stats', 'feedback_stats.n']);
});

test('projects with and without statistics', () => {
  const row = {
    id: 'p',
    name: 'n',
    start_time: '2026-01-01T00:00:00',
    last_run_start_time: null,
    description: '',
  };
  expect(projectFrom(row, silent)).toEqual({ id: 'p', name: 'n', startTime: Date.UTC(2026, 0, 1) });
  expect(projectFrom({ ...row, run_count: 0, total_cost: '0.25', error_rate: 0.5 }, silent).stats).toEqual({
    runCount: 0,
    totalCost: 0.25,
    errorRate: 0.5,
    feedback: {},
  });
});

test('metadata values of any scalar kind', () => {
  expect(checkBody(projectMetadata, { a: ['x', 1, true, null] }, 'm')).toEqual({ a: ['x', 1, true, null] });
  expect(() => checkBody(projectMetadata, { a: 'x' }, 'm')).toThrow(/a is not as expected/);
});

test('feedback scores are numbers or booleans', () => {
  const row = {
    id: 'f',
    key: 'k',
    score: false,
    value: { a: 1 },
    comment: '',
    feedback_source: { type: 'app', user_name: 'U' },
  };
  expect(feedbackFrom(row, silent)).toEqual({
    id: 'f',
    key: 'k',
    score: false,
    value: { a: 1 },
    sourceType: 'app',
    userName: 'U',
  });
  const misread: string[] = [];
  expect(feedbackFrom({ ...row, score: 'high' }, (field) => misread.push(field)).score).toBeUndefined();
  expect(misread).toEqual(['score']);
});

test('statistics, with facets as far as they can be read', () => {
  const row = {
    run_count: 3,
    error_rate: 0,
    latency_p50: null,
    last_run_start_time: '2026-01-01T00:00:00Z',
    run_facets: [
      { key: 'name', value: 'x', n: 2, query: 'eq(name, "x")' },
      { key: 'tag', value: 1, count: 4 },
      { key: 'k' },
      7,
    ],
  };
  expect(statsFrom(row, silent)).toEqual({
    runCount: 3,
    errorRate: 0,
    lastRunStartTime: Date.UTC(2026, 0, 1),
    feedback: {},
    facets: [
      { key: 'name', value: 'x', count: 2, query: 'eq(name, "x")' },
      { key: 'tag', value: '1', count: 4 },
    ],
  });
});

test('threads of both generations', () => {
  const page = checkBody(threadPageV2, { items: [{ thread_id: 'a/ b', count: 2, first_inputs: 'hi' }] }, 't');
  expect(threadFrom(page.items[0]!, silent)).toEqual({
    threadId: 'a/ b',
    turns: 2,
    firstInput: 'hi',
    feedback: {},
  });
  const groups = checkBody(threadGroupsV1, { groups: [{ group_key: 7, last_outputs: { a: 1 } }] }, 't');
  expect(threadFrom(groups.groups[0]!, silent)).toEqual({
    threadId: '7',
    turns: 0,
    lastOutput: '{"a":1}',
    feedback: {},
  });
  expect(() => checkBody(threadPageV2, { items: [{ count: 2 }] }, 't')).toThrow(/items\.0/);
});

test.each([
  ['0.16.0', true],
  ['0.17.12rc1', true],
  ['v1.0', true],
  ['0.15.99', false],
  ['', false],
  [undefined, false],
])('version %s is at least 0.16: %s', (version, expected) => {
  expect(isAtLeast(version, 0, 16)).toBe(expected);
});
