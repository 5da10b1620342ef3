/** Exports that really run: files into the engine's own store, or a bucket that a test plays. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import { EXPORT_COLUMNS } from '../../../filter/sql/export-query.ts';
import { openDuckDb } from '../../../testing/ask-duckdb.ts';
import { type FakeClock, fakeClock } from '../../../testing/fake-clock.ts';
import { generateRuns } from '../../../testing/generate-runs.ts';
import { createEngine, type Engine } from '../../create-engine.ts';

vi.setConfig({ testTimeout: 30_000 });

const NOW = Date.UTC(2026, 10, 21);
const DAY = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'runlens-bulk-'));
afterAll(() => rmSync(folder, { recursive: true }));

let clock: FakeClock;
let engine: Engine;
let answers: ((url: string, init: RequestInit) => Response | Promise<Response>)[];
let sent: { readonly method: string; readonly url: string; readonly headers: Headers }[];

beforeEach(async () => {
  clock = fakeClock(NOW);
  answers = [];
  sent = [];
  engine = createEngine({
    now: () => clock.now(),
    sleep: (...given) => clock.sleep(...given),
    ownDestination: 'This browser',
    send: async (url, init) => {
      sent.push({ method: init.method!, url, headers: new Headers(init.headers) });
      return (answers.shift() ?? (() => new Response('')))(url, init);
    },
  });
  const lines = [...generateRuns({ runs: 400, newest: NOW - 1000 })].map((run) => JSON.stringify(run));
  await engine.load(new TextEncoder().encode(lines.join('\n')), { name: 'runs.jsonl' });
});

async function ask(method: string, path: string, body?: JsonObject) {
  const response = await engine.fetch(
    new Request(`http://engine/api/v1${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    }),
  );
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as JsonObject & JsonObject[] };
}

const textOf = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

const projectId = async () => textOf((await ask('GET', '/sessions')).body[0]!['id']);
const ownDestination = async () => textOf((await ask('GET', '/bulk-exports/destinations')).body[0]!['id']);

/** The library is fetched in real time, which the clock of the test knows nothing of. */
async function untilDone(id: string, step = 1000): Promise<JsonObject> {
  for (let round = 0; round < 2000; round++) {
    const { body } = await ask('GET', `/bulk-exports/${id}`);
    if (!['Created', 'Running'].includes(textOf(body['status']))) return body;
    await clock.advance(step);
  }
  throw new Error('The export did not end.');
}

const neverAnswers = (_url: string, { signal }: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    signal!.addEventListener('abort', () => reject(signal!.reason as Error));
  });

async function start(change: JsonObject = {}): Promise<string> {
  const { status, body, text } = await ask('POST', '/bulk-exports', {
    bulk_export_destination_id: await ownDestination(),
    session_id: await projectId(),
    start_time: new Date(NOW - 5 * DAY).toISOString(),
    end_time: new Date(NOW).toISOString(),
    format_version: 'v2_beta',
    compression: 'zstandard',
    ...change,
  });
  expect(status, text).toBe(200);
  return textOf(body['id']);
}

async function files(): Promise<readonly { key: string; path: string }[]> {
  const { body } = await ask('GET', '/runlens/files');
  return Promise.all(
    body.map(async ({ key }, index) => {
      const response = await engine.fetch(new Request(`http://engine/runlens/files/${textOf(key)}`));
      const path = join(folder, `${NOW}-${Math.random()}-${index}.parquet`);
      writeFileSync(path, new Uint8Array(await response.arrayBuffer()));
      return { key: textOf(key), path };
    }),
  );
}

async function runsBetween(from: number, to: number): Promise<readonly JsonObject[]> {
  const runs: JsonObject[] = [];
  for (let cursor: string | undefined; ;) {
    const { body } = await ask('POST', '/runs/query', {
      session: [await projectId()],
      start_time: new Date(from).toISOString(),
      end_time: new Date(to).toISOString(),
      limit: 100,
      ...(cursor ? { cursor } : {}),
    });
    runs.push(...(body['runs'] as JsonObject[]));
    cursor = (body['cursors'] as { next?: string }).next ?? undefined;
    if (!cursor) return runs;
  }
}

test.each([
  ['v2_beta', 'zstandard'],
  ['v2_beta', 'gzip'],
  ['v1', 'snappy'],
  ['v1', 'none'],
])(
  'DuckDB reads what was exported as %s, %s: every row, in the folders of its day',
  async (format, compression) => {
    const id = await start({ format_version: format, compression });
    expect(await untilDone(id)).toMatchObject({ status: 'Completed' });
    const written = await files();
    const { body: runs } = await ask('GET', `/bulk-exports/${id}/runs`);
    expect(runs).toHaveLength(5);
    expect(
      runs.flatMap(
        (run) => (run['metadata'] as { result: { exported_files: string[] } }).result.exported_files,
      ),
    ).toEqual(written.map(({ key }) => `this-browser/${key}`));
    const layout =
      format === 'v1' ? '/runs/year=2026/month=11/day=' : '/resource=runs/year=2026/month=11/day=';
    for (const { key } of written) {
      expect(key).toContain(`export_id=${id}/tenant_id=`);
      expect(key).toContain(layout);
    }
    const expected = await runsBetween(NOW - 5 * DAY, NOW);
    expect(expected.length).toBeGreaterThan(50);
    const duckdb = await openDuckDb();
    const list = written.map(({ path }) => `'${path}'`).join(', ');
    const columns = 'id, name, run_type, status, total_tokens, error, epoch_us(start_time)';
    const rows = await duckdb.ids(
      `SELECT concat_ws('|', ${columns}, json_extract_string(inputs, '$.question')) FROM read_parquet([${list}]) ORDER BY id`,
    );
    const inWords = expected
      .map((run) =>
        [
          run['id'],
          run['name'],
          run['run_type'],
          run['status'],
          run['total_tokens'],
          run['error'],
          Math.round(Date.parse(textOf(run['start_time'])) * 1000) + micros(textOf(run['start_time'])),
          (run['inputs'] as JsonObject)['question'],
        ]
          .filter((value) => value !== null && value !== undefined)
          .map((value) => textOf(value))
          .join('|'),
      )
      .toSorted();
    expect(rows).toEqual(inWords);
    expect(await duckdb.ids(`SELECT DISTINCT typeof(inputs) FROM read_parquet([${list}])`)).toEqual([
      format === 'v1' ? 'VARCHAR' : 'JSON',
    ]);
    expect(
      (
        await duckdb.ids(
          `SELECT count(*) FROM (DESCRIBE SELECT * FROM read_parquet([${list}], hive_partitioning = false))`,
        )
      )[0],
    ).toBe(String(EXPORT_COLUMNS.length));
    duckdb.close();
  },
);

const micros = (time: string) => Number(/\.\d{3}(\d{3})Z$/.exec(time)?.[1] ?? 0);

test('a filter and chosen fields are all that is exported', async () => {
  const id = await start({ filter: 'eq(run_type, "llm")', export_fields: ['id', 'run_type'] });
  await untilDone(id);
  const duckdb = await openDuckDb();
  const list = (await files()).map(({ path }) => `'${path}'`).join(', ');
  expect(await duckdb.ids(`SELECT DISTINCT run_type FROM read_parquet([${list}])`)).toEqual(['llm']);
  const llm = (await runsBetween(NOW - 5 * DAY, NOW)).filter((run) => run['run_type'] === 'llm');
  expect(await duckdb.ids(`SELECT count(*) FROM read_parquet([${list}])`)).toEqual([textOf(llm.length)]);
  duckdb.close();
});

describe('a bucket', () => {
  const SECRET = 'never-tell-this-secret';
  const destination = (config: JsonObject = {}) =>
    ask('POST', '/bulk-exports/destinations', {
      destination_type: 's3',
      display_name: 'Bucket',
      config: {
        bucket_name: 'my-bucket',
        prefix: 'exports',
        endpoint_url: 'https://s3.example.com',
        ...config,
      },
      credentials: { access_key_id: 'AKTEST', secret_access_key: SECRET },
    });
  const refuse =
    (code: string, status = 403) =>
    () =>
      new Response(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`, { status });

  test('is tried with a signed file that is deleted again, and its secret is never said', async () => {
    const created = await destination();
    expect(created.status).toBe(200);
    expect(created.body['credentials_keys']).toEqual(['access_key_id', 'secret_access_key']);
    expect(sent.map(({ method }) => method)).toEqual(['PUT', 'DELETE']);
    expect(sent[0]!.url).toMatch(/^https:\/\/s3\.example\.com\/my-bucket\/exports\/tmp\/[\w-]+\.txt$/);
    expect(sent[0]!.headers.get('authorization')).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKTEST\/\d{8}\/us-east-1\/s3\//,
    );
    const all = [created, await ask('GET', '/bulk-exports/destinations')].map(({ text }) => text).join('');
    expect(all).not.toContain(SECRET);
  });

  test.each([
    [{ region: 'eu-west-1', endpoint_url: null }, 'https://my-bucket.s3.eu-west-1.amazonaws.com/exports/'],
    [{ config_kwargs_s3: { addressing_style: 'virtual' } }, 'https://my-bucket.s3.example.com/exports/'],
    [{ include_bucket_in_prefix: false }, 'https://s3.example.com/exports/'],
  ])('is addressed as %o says', async (config, beginning) => {
    await destination(config as JsonObject);
    expect(sent[0]!.url.startsWith(beginning)).toBe(true);
  });

  test.each([
    ['AccessDenied', 403, 'Access denied'],
    ['SignatureDoesNotMatch', 403, 'Access denied'],
    ['NoSuchBucket', 404, 'Bucket is not valid'],
    ['InvalidAccessKeyId', 403, 'Key ID you provided does not exist'],
    ['InvalidBucketName', 400, 'InvalidBucketName'],
    ['TooStrange', 400, 'TooStrange'],
  ])('that answers %s is refused with LangSmith’s words', async (code, status, words) => {
    answers = [refuse(code, status)];
    const { body, status: answered } = await destination();
    expect([answered, body['detail']]).toEqual([400, words]);
    expect((await ask('GET', '/bulk-exports/destinations')).body).toHaveLength(1);
  });

  test.each([
    ['a web page', () => new Response('<html>', { status: 404 })],
    ['nothing', () => Promise.reject(new TypeError('fetch failed'))],
  ])('that answers with %s is no store', async (_what, answer) => {
    answers = [answer];
    expect((await destination()).body['detail']).toBe('Invalid endpoint');
  });

  test('that refuses in the middle fails the run and with it the export; nothing is tried again', async () => {
    const { body } = await destination();
    answers = [refuse('AccessDenied')];
    const id = await start({ bulk_export_destination_id: textOf(body['id']) });
    expect(await untilDone(id)).toMatchObject({ status: 'Failed' });
    const { body: runs } = await ask('GET', `/bulk-exports/${id}/runs`);
    const failed = runs.filter((run) => run['status'] === 'Failed');
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({ retry_number: 0, errors: { retry_0: 'Access denied' } });
  });

  test('that is out of breath twice gets its file at the third try, 30 seconds apart', async () => {
    const { body } = await destination();
    const busy = refuse('SlowDown', 503);
    answers = [busy, busy];
    const id = await start({
      bulk_export_destination_id: textOf(body['id']),
      start_time: new Date(NOW - DAY).toISOString(),
    });
    const before = clock.now();
    expect(await untilDone(id)).toMatchObject({ status: 'Completed' });
    expect(clock.now() - before).toBeGreaterThanOrEqual(60_000);
    const { body: runs } = await ask('GET', `/bulk-exports/${id}/runs`);
    expect(runs[0]).toMatchObject({ retry_number: 2, errors: { retry_0: 'SlowDown', retry_1: 'SlowDown' } });
  });

  test('that never answers holds a run for four hours and no longer', async () => {
    const { body } = await destination();
    answers = [neverAnswers];
    const id = await start({
      bulk_export_destination_id: textOf(body['id']),
      start_time: new Date(NOW - DAY / 2).toISOString(),
    });
    await vi.waitFor(async () => {
      await clock.advance(0);
      expect(answers).toHaveLength(0);
    });
    const before = clock.now();
    expect(await untilDone(id, 60_000)).toMatchObject({ status: 'TimedOut' });
    expect(clock.now() - before).toBeGreaterThanOrEqual(4 * 3_600_000 - 60_000);
  });

  test('takes new credentials only when they can write', async () => {
    const { body } = await destination();
    const path = `/bulk-exports/destinations/${textOf(body['id'])}`;
    const credentials = { access_key_id: 'AKNEW', secret_access_key: 'x' };
    answers = [refuse('InvalidAccessKeyId')];
    expect((await ask('PATCH', path, { credentials })).status).toBe(400);
    expect((await ask('PATCH', path, { credentials })).status).toBe(200);
    expect(sent.at(-1)!.headers.get('authorization')).toContain('Credential=AKNEW/');
  });
});

test('cancelling is final: what is written stays, the rest is not begun', async () => {
  const { body: bucket } = await ask('POST', '/bulk-exports/destinations', {
    display_name: 'Slow',
    config: { bucket_name: 'slow', endpoint_url: 'https://s3.example.com' },
    credentials: { access_key_id: 'a', secret_access_key: 'b' },
  });
  answers = [() => new Response(''), ...Array.from({ length: 4 }, () => neverAnswers)];
  const id = await start({
    bulk_export_destination_id: textOf(bucket['id']),
    start_time: new Date(NOW - 30 * DAY).toISOString(),
  });
  await vi.waitFor(
    async () => {
      await clock.advance(0);
      expect(answers).toHaveLength(0);
    },
    { timeout: 20_000 },
  );
  expect((await ask('PATCH', `/bulk-exports/${id}`, { status: 'Cancelled' })).body['status']).toBe(
    'Cancelled',
  );
  await clock.advance(60_000);
  const { body: runs } = await ask('GET', `/bulk-exports/${id}/runs`);
  const count = (status: string) => runs.filter((run) => run['status'] === status).length;
  expect([count('Completed'), count('Cancelled')]).toEqual([1, runs.length - 1]);
  expect((await ask('PATCH', `/bulk-exports/${id}`, { status: 'Cancelled' })).status).toBe(400);
});

test('a schedule exports what is over at once, then each window ten minutes after its end', async () => {
  const id = await start({
    start_time: new Date(NOW - 2.5 * DAY).toISOString(),
    end_time: null,
    interval_hours: 24,
  });
  const started = async () =>
    ((await ask('GET', '/bulk-exports')).body as JsonObject[]).filter(
      (each) => each['source_bulk_export_id'] === id,
    );
  await clock.advance(0);
  expect(await started()).toHaveLength(2);
  await clock.advance(DAY / 2 + 9 * 60_000);
  expect(await started()).toHaveLength(2);
  await clock.advance(60_000);
  const three = await started();
  expect(three).toHaveLength(3);
  for (const each of three)
    expect(await untilDone(textOf(each['id']))).toMatchObject({ status: 'Completed' });
  expect((await ask('GET', `/bulk-exports/runs?source_bulk_export_id=${id}`)).body.length).toBeGreaterThan(3);
  await ask('PATCH', `/bulk-exports/${id}`, { status: 'Cancelled' });
  await clock.advance(10 * DAY);
  expect(await started()).toHaveLength(3);
});

test.each([
  [{ end_time: null }, 422, /end_time is required/],
  [{ interval_hours: 24 }, 422, /must be empty/],
  [{ interval_hours: 169, end_time: null }, 422, /interval_hours.*too_big/],
  [{ end_time: '2020-01-01T00:00:00Z' }, 422, /after start_time/],
  [{ all_experiments: true }, 422, /exclude each other/],
  [{ session_id: null }, 422, /required/],
  [{ filter: 'eq(nmae, "x")' }, 400, /filter/],
  [{ export_fields: ['id', 'nonsense'] }, 422, /nonsense/],
  [{ format: 'CSV' }, 422, /format.*invalid_value/],
  [{ bulk_export_destination_id: '00000000-0000-4000-8000-000000000000' }, 404, /not found/],
])('%o is refused with %i', async (change, status, words) => {
  const { status: answered, text } = await ask('POST', '/bulk-exports', {
    bulk_export_destination_id: await ownDestination(),
    session_id: await projectId(),
    start_time: new Date(NOW - DAY).toISOString(),
    end_time: new Date(NOW).toISOString(),
    ...(change as JsonObject),
  });
  expect(answered, text).toBe(status);
  expect(text).toMatch(words);
});

test('more than 250 exports in an hour are too many', async () => {
  for (let count = 0; count < 250; count++) await start({ start_time: new Date(NOW - 2).toISOString() });
  const { status } = await ask('POST', '/bulk-exports', {
    bulk_export_destination_id: await ownDestination(),
    session_id: await projectId(),
    start_time: new Date(NOW - DAY).toISOString(),
    end_time: new Date(NOW).toISOString(),
  });
  expect(status).toBe(429);
});

test('a schedule that has much to make up for takes its time', async () => {
  await start({ start_time: new Date(NOW - 12 * DAY).toISOString(), end_time: null, interval_hours: 1 });
  const count = async () => ((await ask('GET', '/bulk-exports')).body as JsonObject[]).length;
  await clock.advance(0);
  expect(await count()).toBe(250);
  await clock.advance(3_600_000 + 60_000);
  expect(await count()).toBeGreaterThan(280);
});

test.each(['v1', 'v2_beta'])('files of %s come back as the runs that they were', async (format) => {
  const id = await start({ format_version: format, compression: format === 'v1' ? 'gzip' : 'zstandard' });
  await untilDone(id);
  const before = await runsBetween(NOW - 5 * DAY, NOW);
  const other = createEngine({ now: () => clock.now() });
  for (const { path } of await files()) {
    const report = await other.load(readFileSync(path), { name: 'runs.parquet' });
    expect(report.skipped).toEqual([]);
  }
  expect(other.runCount).toBe(before.length);
  engine = other;
  const after = await runsBetween(NOW - 5 * DAY, NOW);
  const plain = (run: JsonObject) => ({ ...run, app_path: '', session_id: '', manifest_id: null });
  expect(after.map(plain)).toEqual(before.map(plain));
});
