/** Exports over time: cancelled, scheduled, refused. */
import { expect, test, vi } from 'vitest';
import type { JsonObject } from '../../../contract/run.ts';
import {
  DAY,
  NOW,
  ask,
  neverAnswers,
  ownDestination,
  projectId,
  start,
  textOf,
  untilDone,
  world,
} from '../../../testing/bulk-world.ts';

vi.setConfig({ testTimeout: 30_000 });

test('cancelling is final: what is written stays, the rest is not begun', async () => {
  const { body: bucket } = await ask('POST', '/bulk-exports/destinations', {
    display_name: 'Slow',
    config: { bucket_name: 'slow', endpoint_url: 'https://s3.example.com' },
    credentials: { access_key_id: 'a', secret_access_key: 'b' },
  });
  world.answers = [() => new Response(''), ...Array.from({ length: 4 }, () => neverAnswers)];
  const id = await start({
    bulk_export_destination_id: textOf(bucket['id']),
    start_time: new Date(NOW - 30 * DAY).toISOString(),
  });
  await vi.waitFor(
    async () => {
      await world.clock.advance(0);
      expect(world.answers).toHaveLength(0);
    },
    { timeout: 20_000 },
  );
  expect((await ask('PATCH', `/bulk-exports/${id}`, { status: 'Cancelled' })).body['status']).toBe(
    'Cancelled',
  );
  await world.clock.advance(60_000);
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
  await world.clock.advance(0);
  expect(await started()).toHaveLength(2);
  await world.clock.advance(DAY / 2 + 9 * 60_000);
  expect(await started()).toHaveLength(2);
  await world.clock.advance(60_000);
  const three = await started();
  expect(three).toHaveLength(3);
  for (const each of three)
    expect(await untilDone(textOf(each['id']))).toMatchObject({ status: 'Completed' });
  expect((await ask('GET', `/bulk-exports/runs?source_bulk_export_id=${id}`)).body.length).toBeGreaterThan(3);
  await ask('PATCH', `/bulk-exports/${id}`, { status: 'Cancelled' });
  await world.clock.advance(10 * DAY);
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
  await world.clock.advance(0);
  expect(await count()).toBe(250);
  await world.clock.advance(3_600_000 + 60_000);
  expect(await count()).toBeGreaterThan(280);
});
