/** What one run becomes after several operations (WIRE §3, §6, §8; CONTRACT §11). */
import { describe, expect, test } from 'vitest';
import { createStore } from './create-store.ts';
import type { Operation } from './merge-rule.ts';
import type { RunWrite, StoredRun } from './types.ts';

const START = Date.UTC(2026, 9, 5, 9);
const base = { id: 'a', name: 'agent', session_id: 'p', run_type: 'chain', start_time: START };
const parentOf = (id: string) => ({ ...base, id });

type Step = readonly [Operation, Partial<RunWrite>];

function result(...steps: readonly Step[]): StoredRun | undefined {
  const store = createStore();
  for (const [operation, run] of steps) store.write(operation, { id: 'a', ...run });
  const row = store.rowOf('a');
  return row === undefined ? undefined : store.run(row);
}

describe('which value survives', () => {
  test.each<[string, readonly Step[], Partial<StoredRun>]>([
    [
      'update over create',
      [
        ['create', { ...base, outputs: { x: 1 } }],
        ['update', { outputs: { x: 2 } }],
      ],
      { outputs: { x: 2 } },
    ],
    [
      'update before create',
      [
        ['update', { outputs: { x: 2 } }],
        ['create', { ...base, outputs: { x: 1 } }],
      ],
      { outputs: { x: 2 } },
    ],
    [
      'blank outputs of a late create',
      [
        ['update', { outputs: { x: 2 } }],
        ['create', { ...base, outputs: {} }],
      ],
      { outputs: { x: 2 } },
    ],
    [
      'blank fields of a second create',
      [
        ['create', { ...base, tags: ['t'] }],
        ['create', { ...base, tags: [] }],
      ],
      { tags: ['t'] },
    ],
    [
      'a blank value in an update is meant',
      [
        ['create', { ...base, outputs: { x: 1 } }],
        ['update', { outputs: {} }],
      ],
      { outputs: {} },
    ],
    [
      'null in an update says nothing',
      [
        ['create', { ...base, outputs: { x: 1 } }],
        ['update', { outputs: null }],
      ],
      { outputs: { x: 1 } },
    ],
    [
      'an error once sent stays',
      [
        ['create', base],
        ['update', { error: 'Boom' }],
        ['update', { error: null, end_time: START }],
      ],
      { error: 'Boom', status: 'error' },
    ],
    [
      'metadata merges',
      [
        ['create', { ...base, extra: { metadata: { a: 1, b: 1 }, x: 1 } }],
        ['update', { extra: { metadata: { b: 2 } } }],
      ],
      { extra: { metadata: { a: 1, b: 2 }, x: 1 } },
    ],
    [
      'metadata merges the other way round',
      [
        ['update', { extra: { metadata: { b: 2 } } }],
        ['create', { ...base, extra: { metadata: { a: 1, b: 1 }, x: 1 } }],
      ],
      { extra: { metadata: { a: 1, b: 2 }, x: 1 } },
    ],
    [
      'null metadata wipes nothing',
      [
        ['create', { ...base, extra: { metadata: { a: 1 } } }],
        ['update', { extra: { metadata: null } }],
      ],
      { extra: { metadata: { a: 1 } } },
    ],
    [
      'fields of the wrong kind are ignored',
      [['create', { ...base, tags: 'x', events: {}, end_time: 'soon', extra: [] }]],
      { tags: [], events: [], end_time: null, extra: null },
    ],
    [
      'payloads of any shape',
      [['create', { ...base, inputs: [1], outputs: 'x', serialized: false }]],
      { inputs: [1], outputs: 'x', serialized: false },
    ],
    [
      'an error object becomes text',
      [['create', { ...base, error: { message: 'x' } }]],
      { error: '{"message":"x"}' },
    ],
    ['repeated tags', [['create', { ...base, tags: ['x', 'x', 3, 'y'] }]], { tags: ['x', 'x', 'y'] }],
    [
      'lone surrogates',
      [['create', { ...base, inputs: { t: '\ud83d' }, error: '\udc00!' }]],
      { inputs: { t: '\ud83d' }, error: '\udc00!' },
    ],
    [
      'unknown fields are dropped, passing ones kept',
      [['create', { ...base, foo: 1, ttl_seconds: 9, trace_tier: 'longlived' }]],
      { other: { ttl_seconds: 9 }, trace_tier: 'longlived' },
    ],
  ])('%s', (_, steps, expected) => {
    expect(result(...steps)).toMatchObject(expected);
  });
});

describe('status', () => {
  test.each<[string, Partial<RunWrite>, StoredRun['status']]>([
    ['not ended', {}, 'pending'],
    ['ended', { end_time: START + 1 }, 'success'],
    ['ended, as text', { end_time: '2026-10-05T09:00:01Z' }, 'success'],
    ['error text', { end_time: START + 1, error: 'x' }, 'error'],
    ['empty error text', { end_time: START + 1, error: '' }, 'success'],
    ['said to have failed', { status: 'error' }, 'error'],
    ['said to have succeeded', { status: 'success' }, 'success'],
    ['said to be pending, but ended', { status: 'pending', end_time: START + 1 }, 'success'],
    ['interrupted is a kind of error', { status: 'interrupted' }, 'error'],
  ])('%s', (_, fields, expected) => {
    expect(result(['create', { ...base, ...fields }])?.status).toBe(expected);
  });
});

describe('place in the tree', () => {
  test('a run on its own is the root of its own trace', () => {
    expect(result(['create', base])).toMatchObject({
      trace_id: 'a',
      parent_run_id: null,
      dotted_order: '20261005T090000000000Za',
    });
  });

  test('parent and trace come from the dotted order when nothing else names them', () => {
    const dotted_order = '20261005T090000000000Zt.20261005T090000000001Zp.20261005T090000000002Za';
    expect(result(['create', { ...base, dotted_order }])).toMatchObject({
      trace_id: 't',
      parent_run_id: 'p',
      parent_run_ids: ['t', 'p'],
      dotted_order,
    });
  });

  test('a foreign dotted order is kept as it came', () => {
    const dotted_order = '20250101T000000000000Zelsewhere.20261005T090000000000Za';
    expect(result(['create', { ...base, trace_id: 'elsewhere', dotted_order }])).toMatchObject({
      dotted_order,
      trace_id: 'elsewhere',
    });
  });

  test('without trace and dotted order they follow the parent, whenever it arrives', () => {
    const store = createStore();
    store.write('create', { ...base, id: 'leaf', parent_run_id: 'mid' });
    expect(store.run(store.rowOf('leaf')!).trace_id).toBe('mid');
    store.write('create', { ...base, id: 'mid', parent_run_id: 'root' });
    store.write('create', parentOf('root'));
    expect(store.run(store.rowOf('leaf')!)).toMatchObject({
      trace_id: 'root',
      parent_run_ids: ['root', 'mid'],
      dotted_order: '20261005T090000000000Zroot.20261005T090000000000Zmid.20261005T090000000000Zleaf',
    });
    expect(store.traceRows('root').map((row) => store.keysetOf(row).id)).toEqual(['root', 'mid', 'leaf']);
    expect(store.traceRows('mid')).toEqual([]);
  });

  test('a circle of parents is cut', () => {
    const store = createStore();
    store.write('create', { ...base, id: 'x', parent_run_id: 'y' });
    store.write('create', { ...base, id: 'y', parent_run_id: 'x' });
    store.write('create', { ...base, id: 'z', parent_run_id: 'z' });
    expect(store.run(store.rowOf('y')!).parent_run_id).toBeNull();
    expect(store.run(store.rowOf('z')!).parent_run_id).toBeNull();
    expect(store.traceRows('y')).toHaveLength(2);
  });

  test('a start time that is missing is read from the dotted order', () => {
    const { start_time: _, ...timeless } = base;
    expect(result(['create', { ...timeless, dotted_order: '20261005T090000000000Za' }])?.start_time).toBe(
      START,
    );
  });
});

describe('runs known only by name', () => {
  test('an update alone stays hidden until there is a name and a start', () => {
    const store = createStore();
    store.write('update', { id: 'a', outputs: {}, end_time: START });
    expect([store.size, store.rowOf('a'), store.find({}, { order: 'desc' }).rows]).toEqual([
      0,
      undefined,
      [],
    ]);
    store.write('update', { id: 'a', name: 'agent', start_time: START });
    expect([store.size, store.find({}, { order: 'desc' }).rows.length]).toEqual([1, 1]);
  });
});

describe('thread', () => {
  test.each<[string, Partial<RunWrite>, string | null]>([
    ['none', {}, null],
    ['thread_id', { extra: { metadata: { conversation_id: 'c', session_id: 's', thread_id: 't' } } }, 't'],
    ['session_id', { extra: { metadata: { conversation_id: 'c', session_id: 's' } } }, 's'],
    ['conversation_id', { extra: { metadata: { conversation_id: 'c' } } }, 'c'],
    ['number', { extra: { metadata: { thread_id: 42 } } }, '42'],
    ['neither blank nor object', { extra: { metadata: { thread_id: '', session_id: {} } } }, null],
    ['given', { thread_id: 'g' }, 'g'],
    ['metadata before given', { thread_id: 'g', extra: { metadata: { thread_id: 't' } } }, 't'],
  ])('%s', (_, fields, expected) => {
    expect(result(['create', { ...base, ...fields }])?.thread_id).toBe(expected);
  });

  test('children belong to the thread of their root', () => {
    const store = createStore();
    store.write('create', { ...base, id: 'child', parent_run_id: 'root', trace_id: 'root' });
    expect(store.run(store.rowOf('child')!).thread_id).toBeNull();
    store.write('create', { ...parentOf('root'), extra: { metadata: { thread_id: 't' } } });
    expect(store.run(store.rowOf('child')!).thread_id).toBe('t');
  });
});

test('previews and payloads are filled only when asked', () => {
  const store = createStore();
  store.write('create', { ...base, inputs: { question: 'Why?' }, extra: { a: 1 }, ttl_seconds: 5 });
  const row = store.rowOf('a')!;
  expect(store.run(row, new Set())).toMatchObject({
    inputs: null,
    inputs_preview: null,
    extra: null,
    other: {},
  });
  expect(store.run(row, new Set(['inputs_preview', 'ttl_seconds']))).toMatchObject({
    inputs: null,
    inputs_preview: 'Why?',
    other: { ttl_seconds: 5 },
  });
});

test('attachments wait for their run', () => {
  const store = createStore();
  store.attach({ runId: 'a', name: 'b.txt', mimeType: 'text/plain', bytes: new Uint8Array(3) });
  store.attach({ runId: 'a', name: 'a', mimeType: 'image/png', bytes: new Uint8Array(5) });
  store.write('create', base);
  expect(store.run(store.rowOf('a')!).attachments).toEqual([
    { name: 'a', mimeType: 'image/png', size: 5 },
    { name: 'b.txt', mimeType: 'text/plain', size: 3 },
  ]);
  expect(store.attachmentBytes('a', 'b.txt')?.bytes).toHaveLength(3);
  expect(store.attachmentBytes('a', 'c')).toBeUndefined();
});

test('large payloads replaced again and again leave the others as they were', () => {
  const store = createStore();
  const payload = (n: number) => ({ text: `${n} ${'x'.repeat(1_500_000)}` });
  for (const id of ['a', 'b', 'c']) {
    store.write('create', { ...base, id, inputs: { mine: id }, serialized: { lc: 1 }, outputs: payload(0) });
  }
  // Some hundred megabytes of dead texts, which is when they are swept.
  for (let n = 1; n <= 100; n++) store.write('update', { id: 'a', outputs: payload(n) });
  expect(store.run(store.rowOf('a')!).outputs).toEqual(payload(100));
  for (const id of ['b', 'c']) {
    expect(store.run(store.rowOf(id)!)).toMatchObject({
      inputs: { mine: id },
      serialized: { lc: 1 },
      outputs: payload(0),
    });
  }
});
