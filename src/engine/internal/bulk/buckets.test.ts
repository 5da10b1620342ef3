/** Buckets of other people: how they are addressed, signed for, and what becomes of their refusals. */
import { expect, test, vi } from 'vitest';
import type { JsonObject } from '../../../contract/run.ts';
import { DAY, NOW, ask, neverAnswers, start, textOf, untilDone, world } from '../../../testing/bulk-world.ts';

vi.setConfig({ testTimeout: 30_000 });

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

test('a bucket is tried with a signed file that is deleted again, and its secret is never said', async () => {
  const created = await destination();
  expect(created.status).toBe(200);
  expect(created.body['credentials_keys']).toEqual(['access_key_id', 'secret_access_key']);
  expect(world.sent.map(({ method }) => method)).toEqual(['PUT', 'DELETE']);
  expect(world.sent[0]!.url).toMatch(/^https:\/\/s3\.example\.com\/my-bucket\/exports\/tmp\/[\w-]+\.txt$/);
  expect(world.sent[0]!.headers.get('authorization')).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKTEST\/\d{8}\/us-east-1\/s3\//,
  );
  const all = [created, await ask('GET', '/bulk-exports/destinations')].map(({ text }) => text).join('');
  expect(all).not.toContain(SECRET);
});

test.each([
  [{ region: 'eu-west-1', endpoint_url: null }, 'https://my-bucket.s3.eu-west-1.amazonaws.com/exports/'],
  [{ config_kwargs_s3: { addressing_style: 'virtual' } }, 'https://my-bucket.s3.example.com/exports/'],
  [{ include_bucket_in_prefix: false }, 'https://s3.example.com/exports/'],
])('a bucket is addressed as %o says', async (config, beginning) => {
  await destination(config as JsonObject);
  expect(world.sent[0]!.url.startsWith(beginning)).toBe(true);
});

test.each([
  ['AccessDenied', 403, 'Access denied'],
  ['SignatureDoesNotMatch', 403, 'Access denied'],
  ['NoSuchBucket', 404, 'Bucket is not valid'],
  ['InvalidAccessKeyId', 403, 'Key ID you provided does not exist'],
  ['InvalidBucketName', 400, 'InvalidBucketName'],
  ['TooStrange', 400, 'TooStrange'],
])('a bucket that answers %s is refused with LangSmith’s words', async (code, status, words) => {
  world.answers = [refuse(code, status)];
  const { body, status: answered } = await destination();
  expect([answered, body['detail']]).toEqual([400, words]);
  expect((await ask('GET', '/bulk-exports/destinations')).body).toHaveLength(1);
});

test.each([
  ['a web page', () => new Response('<html>', { status: 404 })],
  ['nothing', () => Promise.reject(new TypeError('fetch failed'))],
])('a bucket that answers with %s is no store', async (_what, answer) => {
  world.answers = [answer];
  expect((await destination()).body['detail']).toBe('Invalid endpoint');
});

test('a bucket that refuses in the middle fails the run and with it the export; nothing is tried again', async () => {
  const { body } = await destination();
  world.answers = [refuse('AccessDenied')];
  const id = await start({ bulk_export_destination_id: textOf(body['id']) });
  expect(await untilDone(id)).toMatchObject({ status: 'Failed' });
  const { body: runs } = await ask('GET', `/bulk-exports/${id}/runs`);
  const failed = runs.filter((run) => run['status'] === 'Failed');
  expect(failed).toHaveLength(1);
  expect(failed[0]).toMatchObject({ retry_number: 0, errors: { retry_0: 'Access denied' } });
});

test('a bucket that is out of breath twice gets its file at the third try, 30 seconds apart', async () => {
  const { body } = await destination();
  const busy = refuse('SlowDown', 503);
  world.answers = [busy, busy];
  const id = await start({
    bulk_export_destination_id: textOf(body['id']),
    start_time: new Date(NOW - DAY).toISOString(),
  });
  const before = world.clock.now();
  expect(await untilDone(id)).toMatchObject({ status: 'Completed' });
  expect(world.clock.now() - before).toBeGreaterThanOrEqual(60_000);
  const { body: runs } = await ask('GET', `/bulk-exports/${id}/runs`);
  expect(runs[0]).toMatchObject({ retry_number: 2, errors: { retry_0: 'SlowDown', retry_1: 'SlowDown' } });
});

test('a bucket that never answers holds a run for four hours and no longer', async () => {
  const { body } = await destination();
  world.answers = [neverAnswers];
  const id = await start({
    bulk_export_destination_id: textOf(body['id']),
    start_time: new Date(NOW - DAY / 2).toISOString(),
  });
  await vi.waitFor(async () => {
    await world.clock.advance(0);
    expect(world.answers).toHaveLength(0);
  });
  const before = world.clock.now();
  expect(await untilDone(id, 60_000)).toMatchObject({ status: 'TimedOut' });
  expect(world.clock.now() - before).toBeGreaterThanOrEqual(4 * 3_600_000 - 60_000);
});

test('a bucket takes new credentials only when they can write', async () => {
  const { body } = await destination();
  const path = `/bulk-exports/destinations/${textOf(body['id'])}`;
  const credentials = { access_key_id: 'AKNEW', secret_access_key: 'x' };
  world.answers = [refuse('InvalidAccessKeyId')];
  expect((await ask('PATCH', path, { credentials })).status).toBe(400);
  expect((await ask('PATCH', path, { credentials })).status).toBe(200);
  expect(world.sent.at(-1)!.headers.get('authorization')).toContain('Credential=AKNEW/');
});
