import { expect, test } from 'vitest';
import { checkBody } from './schema.ts';
import type { Run } from './run.ts';
import { payloadFromV1, runFromV1, runPageV1 } from './run-v1.ts';
import { payloadFromV2, runFromV2, runPageV2, traceFromV2 } from './run-v2.ts';
import type { WireRow } from './wire-row.ts';

const ROOT = '018e4c7e-a9fb-7ef0-8000-0a1b2c3d4e5f';
const CHILD = '018e4c7e-aa00-7ef0-8000-0a1b2c3d4e60';
const start = Date.UTC(2026, 7, 20, 10, 15, 0);

function convert(from: typeof runFromV1, row: WireRow) {
  const misread: string[] = [];
  const context = {
    projectId: 'asked',
    appUrl: 'https://app',
    misread: (field: string) => misread.push(field),
  };
  return { run: from(row, context), misread };
}

const v1Child = {
  id: CHILD,
  trace_id: ROOT,
  parent_run_id: ROOT,
  parent_run_ids: [ROOT],
  dotted_order: `20260820T101500000000Z${ROOT}.20260820T101500250000Z${CHILD}`,
  session_id: 'p',
  name: 'llm call',
  run_type: 'llm',
  status: 'success',
  start_time: '2026-08-20T10:15:00.250001',
  end_time: '2026-08-20T10:15:01.500001',
  first_token_time: '2026-08-20T10:15:00.500001',
  total_tokens: 12,
  prompt_tokens: 10,
  completion_tokens: 2,
  total_cost: '0.0123',
  prompt_cost: 0.01,
  completion_cost: null,
  prompt_token_details: { cache_read: 4 },
  prompt_cost_details: { cache_read: '0.001' },
  tags: ['prod'],
  extra: { metadata: { user: 'ä', thread_id: 't1' }, runtime: { sdk: 'py' } },
  inputs_preview: 'in',
  outputs_preview: 'out',
  error: null,
  feedback_stats: { score: { n: 2, avg: 0.5 } },
  in_dataset: true,
  share_token: 'tok',
  something_new: { deep: true },
};

const v2Child = {
  id: CHILD,
  trace_id: ROOT,
  parent_run_ids: [ROOT],
  dotted_order: `20260820T101500000000Z${ROOT.replaceAll('-', '')}.20260820T101500250000Z${CHILD.replaceAll('-', '')}.`,
  project_id: 'p',
  name: 'llm call',
  run_type: 'LLM',
  status: 'SUCCESS',
  is_root: false,
  start_time: '2026-08-20T10:15:00.250001Z',
  end_time: '2026-08-20T10:15:01.500001Z',
  first_token_time: '2026-08-20T10:15:00.500001Z',
  latency_seconds: 1.25,
  total_tokens: 12,
  prompt_tokens: 10,
  completion_tokens: 2,
  total_cost: 0.0123,
  prompt_cost: 0.01,
  prompt_token_details: { raw: { cache_read: 4 } },
  prompt_cost_details: { raw: { cache_read: 0.001 } },
  tags: ['prod'],
  metadata: { user: 'ä', thread_id: 't1' },
  extra: { runtime: { sdk: 'py' } },
  thread_id: 't1',
  inputs_preview: 'in',
  outputs_preview: 'out',
  feedback_stats: { score: { n: 2, avg: 0.5, values: {}, comments: [] } },
  is_in_dataset: true,
  share_url: 'https://app/public/tok/r',
};

const expected: Partial<Run> = {
  id: CHILD,
  traceId: ROOT,
  parentId: ROOT,
  ancestorIds: [ROOT],
  isRoot: false,
  dottedOrder: v1Child.dotted_order,
  projectId: 'p',
  name: 'llm call',
  runType: 'llm',
  status: 'success',
  startTime: start + 250.001,
  endTime: start + 1500.001,
  latencySeconds: 1.25,
  firstTokenSeconds: 0.25,
  totalTokens: 12,
  totalCost: 0.0123,
  promptCost: 0.01,
  completionCost: undefined,
  promptTokenDetails: { cache_read: 4 },
  promptCostDetails: { cache_read: 0.001 },
  tags: ['prod'],
  metadata: { user: 'ä', thread_id: 't1' },
  runtime: { sdk: 'py' },
  threadId: 't1',
  inputsPreview: 'in',
  outputsPreview: 'out',
  errorPreview: undefined,
  inDataset: true,
  shareUrl: 'https://app/public/tok/r',
};

test.each([
  ['v1', runFromV1, v1Child],
  ['v2', runFromV2, v2Child],
] as const)('a full %s row', (_, from, row) => {
  const { run, misread } = convert(from, row);
  expect(run).toMatchObject(expected);
  expect(run.feedback['score']).toMatchObject({ n: 2, avg: 0.5 });
  expect(misread).toEqual([]);
});

test('both generations give the same run, but for the share token', () => {
  const { shareToken: _, ...v1 } = convert(runFromV1, v1Child).run;
  expect(convert(runFromV2, v2Child).run).toEqual(v1);
});

const oddRows: readonly [string, typeof runFromV1, WireRow, Partial<Run>, string[]][] = [
  [
    'v1 only an id',
    runFromV1,
    { id: ROOT },
    { id: ROOT, traceId: ROOT, isRoot: true, name: '', tags: [] },
    [],
  ],
  ['start from the UUID', runFromV2, { id: ROOT }, { startTime: 0x018e4c7ea9fb, projectId: 'asked' }, []],
  [
    'start from the dotted order',
    runFromV1,
    { id: CHILD, dotted_order: v1Child.dotted_order },
    { startTime: start + 250, traceId: ROOT, parentId: ROOT, isRoot: false },
    [],
  ],
  ['no start at all', runFromV1, { id: 'x' }, { startTime: 0 }, ['start_time']],
  [
    'nulls everywhere',
    runFromV1,
    {
      ...Object.fromEntries(Object.keys(v1Child).map((key) => [key, null])),
      id: ROOT,
      start_time: v1Child.start_time,
    },
    { isRoot: true, tags: [], feedback: {}, totalCost: undefined, metadata: undefined },
    [],
  ],
  [
    'pending',
    runFromV1,
    { ...v1Child, end_time: null, status: 'pending' },
    { endTime: undefined, latencySeconds: undefined, status: 'pending' },
    [],
  ],
  [
    'unknown words are kept',
    runFromV2,
    { ...v2Child, status: 'INTERRUPTED', run_type: 'AGENT' },
    { status: 'interrupted', runType: 'agent' },
    [],
  ],
  [
    'a status made of an error',
    runFromV1,
    { ...v1Child, status: null, error: 'boom' },
    { status: 'error', errorPreview: 'boom' },
    [],
  ],
  [
    'v2 parent from the dotted order',
    runFromV2,
    { ...v2Child, parent_run_ids: undefined },
    { parentId: ROOT },
    [],
  ],
  [
    'the parent is the last ancestor',
    runFromV2,
    { ...v2Child, parent_run_ids: [ROOT, 'between'] },
    { parentId: 'between' },
    [],
  ],
  [
    'v2 root',
    runFromV2,
    { ...v2Child, is_root: true, parent_run_ids: [] },
    { isRoot: true, parentId: undefined },
    [],
  ],
  ['an empty thread is none', runFromV1, { ...v1Child, thread_id: null }, { threadId: undefined }, []],
  [
    'wrong kinds are empty and told',
    runFromV1,
    { ...v1Child, tags: 'prod', total_cost: 'cheap', end_time: 'later', feedback_stats: [], extra: 7 },
    { tags: [], totalCost: undefined, endTime: undefined, feedback: {} },
    ['total_cost', 'end_time', 'extra', 'tags', 'feedback_stats'],
  ],
  ['cost zero is a cost', runFromV1, { ...v1Child, total_cost: '0' }, { totalCost: 0 }, []],
];

test.each(oddRows)('%s', (_, from, row, wanted, told) => {
  const { run, misread } = convert(from, row);
  expect(run).toMatchObject(wanted);
  expect(misread.toSorted()).toEqual(told.toSorted());
});

test('a long v1 error is cut for lists and whole in the payload', () => {
  const error = 'x'.repeat(5000);
  expect(convert(runFromV1, { ...v1Child, error }).run.errorPreview).toHaveLength(1001);
  expect(payloadFromV1({ id: 'a', error }, () => {}).error).toHaveLength(5000);
});

test('aggregates of a trace stand apart from its root', () => {
  const item = {
    root_run: { ...v2Child, is_root: true, total_tokens: 1 },
    trace_aggregates: { total_tokens: 99, total_cost: 0.5, first_token_time: '2026-08-20T10:15:00.350001Z' },
  };
  expect(traceFromV2(item, { misread: () => {} })).toMatchObject({
    root: { totalTokens: 1 },
    totalTokens: 99,
    totalCost: 0.5,
    firstTokenSeconds: 0.1,
  });
});

const payload = {
  inputs: { q: 1 },
  outputs: { a: 2 },
  error: 'why',
  events: [
    { name: 'new_token', time: '2026-08-20T10:15:00Z', kwargs: { token: 'x' } },
    { name: 'end', time: 'nonsense', odd: 1 },
  ],
};

test('payloads of both generations', () => {
  const events = [
    { name: 'new_token', time: start, details: { token: 'x' } },
    { name: 'end', time: undefined, details: { odd: 1 } },
  ];
  const v1 = payloadFromV1(
    {
      ...payload,
      id: 'a',
      extra: { metadata: { m: 1 } },
      serialized: { lc: 1 },
      s3_urls: {
        inputs: { presigned_url: 'https://s3/inputs' },
        'attachment.pic.1': { presigned_url: '/public/pic', mime_type: 'image/png' },
      },
    },
    () => {},
  );
  const common = {
    id: 'a',
    inputs: { q: 1 },
    outputs: { a: 2 },
    error: 'why',
    events,
    serialized: { lc: 1 },
  };
  expect(v1).toEqual({
    ...common,
    extra: { metadata: { m: 1 } },
    attachments: [{ name: 'pic.1', url: '/public/pic', mimeType: 'image/png' }],
  });
  const v2 = payloadFromV2(
    { ...payload, id: 'a', metadata: { m: 1 }, manifest: { lc: 1 }, attachments: { pic: 'https://s3/pic' } },
    () => {},
  );
  expect(v2).toEqual({
    ...common,
    extra: { metadata: { m: 1 } },
    attachments: [{ name: 'pic', url: 'https://s3/pic' }],
  });
});

test('an empty payload, and one that is no object', () => {
  expect(payloadFromV1({ id: 'a', inputs: null, outputs: 'text' }, () => {})).toEqual({
    id: 'a',
    outputs: { output: 'text' },
    events: [],
    attachments: [],
  });
});

test('a page names the field that is wrong', () => {
  expect(() => checkBody(runPageV1, { runs: [{ id: 'a' }, { name: 'b' }] }, '/api/v1/runs/query')).toThrow(
    /\/api\/v1\/runs\/query.*runs\.1/,
  );
  expect(() => checkBody(runPageV2, { runs: [] }, 'v2/runs/query')).toThrow(/items/);
  expect(() => checkBody(runPageV2, null, 'v2/runs/query')).toThrow(/the body/);
});

test('cursors may be absent, null or there', () => {
  expect(checkBody(runPageV1, { runs: [] }, 'p').cursors).toBeUndefined();
  expect(
    checkBody(runPageV1, { runs: [], cursors: { next: null, prev: 'x' } }, 'p').cursors?.next,
  ).toBeNull();
  expect(checkBody(runPageV2, { items: [], next_cursor: 'c', has_more: true }, 'p').next_cursor).toBe('c');
});

test('a thousand light rows are read within two frames', () => {
  const rows = Array.from({ length: 1000 }, (_, index) => ({ ...v1Child, id: `${CHILD}${index}` }));
  const times = Array.from({ length: 15 }, () => {
    const begin = performance.now();
    const page = checkBody(runPageV1, { runs: rows }, 'p');
    expect(page.runs.map((row) => runFromV1(row, { misread: () => {} }))).toHaveLength(1000);
    return performance.now() - begin;
  });
  // The best of many: the machine may be busy. Spread object literals alone cost 40 ms here once.
  expect(Math.min(...times)).toBeLessThan(30);
});
