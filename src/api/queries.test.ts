import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { RunQuery } from '../contract/api.ts';
import { connectApi } from '../testing/connect-api.ts';
import { json } from '../testing/fake-server.ts';
import { infoOptions, projectMetadataOptions, runStatsOptions } from './queries.ts';

const STATS = 'POST /api/v1/runs/stats';
const query: RunQuery = { projectIds: ['p'], window: { from: 0 } };

test('every key begins with the connection, and no two are alike', () => {
  const { api } = connectApi('v1', {});
  const keys = [
    infoOptions(api).queryKey,
    projectMetadataOptions(api, 'p', {}).queryKey,
    runStatsOptions(api, query).queryKey,
  ];
  expect(keys.map((key) => key[0])).toEqual(['c', 'c', 'c']);
  expect(new Set(keys.map((key) => key[1])).size).toBe(3);
});

test('the same question within its time is answered from the cache, another one is asked', async () => {
  const { api, server } = connectApi('v1', { [STATS]: () => ({ run_count: 3 }) });
  const client = new QueryClient();
  const ask = (filter: string) => client.fetchQuery(runStatsOptions(api, { ...query, filter }));
  expect(await ask('a')).toMatchObject({ runCount: 3 });
  await ask('a');
  await ask('b');
  expect(server.bodiesOf(STATS)).toMatchObject([{ session: ['p'], filter: 'a' }, { filter: 'b' }]);
});

test('the cache does not retry what the client below already retried', async () => {
  const { api, server } = connectApi('v1', { [STATS]: () => json(400, { detail: 'no' }) });
  await expect(new QueryClient().fetchQuery(runStatsOptions(api, query))).rejects.toMatchObject({
    status: 400,
  });
  expect(server.bodiesOf(STATS)).toHaveLength(1);
});
