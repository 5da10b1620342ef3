import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { createWorkspace, type Workspace } from '../workspace/workspace.ts';
import { importFile } from './import-file.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const run = (number: number, more: object = {}) => ({
  id: id(number),
  trace_id: id(number),
  name: `run ${number}`,
  run_type: 'chain',
  start_time: '2026-10-05T09:04:31.731003',
  end_time: '2026-10-05T09:04:32.000000',
  dotted_order: `20261005T090431731003Z${id(number)}`,
  inputs: { n: number },
  ...more,
});

let workspace: Workspace;
beforeEach(() => {
  workspace = createWorkspace(() => NOW);
});

/** In small chunks, so that lines and characters are cut where it hurts. */
function streamOf(bytes: Uint8Array, size = 7): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, (at += size)));
    },
  });
}
const load = (text: string, options: { name?: string; shift?: 'days'; zip?: boolean } = {}) =>
  importFile(workspace, streamOf(options.zip ? gzipSync(text) : new TextEncoder().encode(text)), {
    name: options.name ?? 'traces.jsonl',
    ...(options.shift && { shift: options.shift }),
  });
const lines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
const stored = (number: number) => workspace.store.run(workspace.store.rowOf(id(number))!);

test.each<[string, string]>([
  ['lines', lines(run(1), run(2, { name: 'läuft 模型' }))],
  ['lines with blank ones and carriage returns', `\r\n${lines(run(1))}\r\n\r\n${lines(run(2))}\r\n`],
  ['a list', JSON.stringify([run(1), run(2)])],
  ['a printed list', JSON.stringify([run(1), run(2)], null, 2)],
  ['an answer of runs/query', JSON.stringify({ runs: [run(1), run(2)], cursors: { next: null } })],
  ['the same, printed', JSON.stringify({ runs: [run(1), run(2)] }, null, 2)],
])('%s, plain and zipped', async (_, text) => {
  for (const zip of [false, true]) {
    expect(await load(text, { zip })).toMatchObject({ runs: 2, skipped: [], skipped_count: 0 });
  }
  expect(workspace.store.size).toBe(2);
});

test('projects, feedback and attachments stand on lines of their own, in any order', async () => {
  const report = await load(
    lines(
      { attachment: { run_id: id(1), name: 'a.txt', mime_type: 'text/plain', base64: btoa('hello') } },
      { feedback: { key: 'k', score: 1, run_id: id(1), created_at: '2026-10-06T00:00:00' } },
      run(1, { session_id: id(77) }),
      { project: { id: id(77), name: 'named later', extra: { metadata: { a: 1 } } } },
      { project: { id: id(78), name: 'empty' } },
    ),
  );
  expect(report).toMatchObject({ runs: 1, feedback: 1, projects: 2, attachments: 1, skipped_count: 0 });
  expect(workspace.projects.get(id(77))).toMatchObject({
    name: 'named later',
    extra: { metadata: { a: 1 } },
  });
  expect(workspace.projects.named('traces')).toBeUndefined();
  expect(new TextDecoder().decode(workspace.store.attachmentBytes(id(1), 'a.txt')!.bytes)).toBe('hello');
  expect(stored(1).feedback_stats).toMatchObject({ k: { n: 1 } });
});

test('a run without a known project goes to one named after the file', async () => {
  await load(lines(run(1), run(2, { session_id: id(5) }), run(3, { session_name: 'own' })), {
    name: 'march.jsonl.gz',
  });
  expect(workspace.projects.all().map(({ name }) => name)).toEqual(['march', 'march (2)', 'own']);
  expect(stored(2).session_id).toBe(id(5));
});

test('loading a file again changes nothing', async () => {
  const text = lines(run(1, { session_id: id(5), outputs: { a: 1 } }), { project: { id: id(5), name: 'p' } });
  await load(text);
  const before = stored(1);
  expect(await load(text)).toMatchObject({ runs: 1, projects: 0 });
  expect(stored(1)).toEqual(before);
  expect(workspace.store.size).toBe(1);
});

test('what cannot be used is reported, up to a hundred lines of it', async () => {
  const bad = [
    'not json',
    '[1]',
    '"text"',
    '{"name":"no id"}',
    lines({ ...run(9), start_time: 'soon' }),
    lines({ feedback: { score: 1 } }),
    lines({ attachment: { run_id: id(1), name: 'x', base64: '%' } }),
  ];
  const half = lines(run(3)).slice(0, 40);
  const report = await load([lines(run(1)), ...bad, lines(run(2)), half].join('\n'));
  expect(report.runs).toBe(2);
  expect(report.skipped.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 10]);
  expect(report.skipped.map(({ reason }) => reason).join('\n')).toMatchInlineSnapshot(`
    "it is not JSON, or it is cut off
    it is a list, not a JSON object
    it is a string, not a JSON object
    it has no "id"
    it has no readable "start_time"
    body.key: A key is a text of 1 to 180 characters
    The "base64" of an attachment is not base64
    it is not JSON, or it is cut off"
  `);
  const many = await load(Array.from({ length: 250 }, () => '{}').join('\n'));
  expect([many.skipped.length, many.skipped_count]).toEqual([100, 250]);
});

test('a damaged gzip file is refused with a sentence, and what was read is kept', async () => {
  const zipped = gzipSync(
    lines(...Array.from({ length: 2000 }, (_, index) => run(index, { noise: Math.sin(index) }))),
  );
  const cut = streamOf(zipped.subarray(0, zipped.length / 2), 4096);
  await expect(importFile(workspace, cut, { name: 'cut.jsonl.gz' })).rejects.toThrow(
    /"cut.jsonl.gz" cannot be read to its end: .* The \d+ runs read before that point were kept/,
  );
  expect(workspace.store.size).toBeGreaterThan(0);
  const noise = streamOf(new Uint8Array([0x1f, 0x8b, 1, 2, 3, 4]));
  await expect(importFile(workspace, noise, { name: 'noise.gz' })).rejects.toThrow(/No run was read/);
});

test('a shift moves everything by the same whole days, to just before now', async () => {
  const newest = '2026-10-06T11:00:00.000001';
  await load(
    lines(
      run(1, {
        dotted_order: `20261005T090431731003Z${id(1)}.20261006T110000000001Z${id(1)}`,
        events: [{ name: 'new_token', time: '2026-10-05T09:04:31.800Z' }, { name: 'odd' }],
        first_token_time: '2026-10-05T09:04:31.800000',
      }),
      run(2, { start_time: newest, end_time: Date.UTC(2026, 9, 6, 11, 0, 1) }),
      {
        feedback: {
          key: 'k',
          run_id: id(1),
          created_at: '2026-10-07T00:00:00',
          modified_at: '2026-10-08T00:00:00',
        },
      },
      { project: { id: id(7), name: 'p', start_time: '2026-10-01T00:00:00' } },
    ),
    { shift: 'days' },
  );
  // 6 October 11:00 becomes 20 November 11:00, an hour before now: 45 days.
  const moved = (text: string) => Date.parse(text) + 45 * 86_400_000;
  expect(stored(1).start_time).toBeCloseTo(moved('2026-10-05T09:04:31.731Z') + 0.003, 3);
  expect(stored(1).end_time).toBe(moved('2026-10-05T09:04:32Z'));
  expect(stored(1).first_token_time).toBe(moved('2026-10-05T09:04:31.8Z'));
  expect(stored(1).events).toMatchObject([{ time: '2026-11-19T09:04:31.800000Z' }, { name: 'odd' }]);
  expect(stored(2).start_time).toBeCloseTo(moved('2026-10-06T11:00:00Z') + 0.001, 3);
  expect(stored(2).end_time).toBe(moved('2026-10-06T11:00:01Z'));
  const [feedback] = workspace.store.listFeedback({ keys: ['k'] });
  expect(feedback).toMatchObject({
    created_at: moved('2026-10-07T00:00:00Z'),
    modified_at: moved('2026-10-08T00:00:00Z'),
    start_time: stored(1).start_time,
  });
  expect(workspace.projects.get(id(7))?.start_time).toBe(moved('2026-10-01T00:00:00Z'));
});

test.each([
  '2026-11-20T11:59:59.999',
  '2026-11-20T12:00:00',
  '2026-11-20T12:00:00.001',
  '2027-03-01T23:00:00',
  '1999-01-01',
])('the newest run, from %s, lands within the last 24 hours', async (start_time) => {
  await load(lines(run(1, { start_time, dotted_order: undefined })), { shift: 'days' });
  const { start_time: start } = stored(1);
  expect(start).toBeLessThanOrEqual(NOW);
  expect(start).toBeGreaterThan(NOW - 86_400_000);
});
