import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { RunQuery } from '../contract/api.ts';
import { connectApi } from '../testing/connect-api.ts';
import { json } from '../testing/fake-server.ts';
import {
  feedbackOptions,
  findRunOptions,
  infoOptions,
  projectMetadataOptions,
  projectsOptions,
  runPayloadOptions,
  runsInfiniteOptions,
  runStatsOptions,
  threadsInfiniteOptions,
  traceRunsOptions,
  tracesInfiniteOptions,
} from './queries.ts';

const QUERY = 'POST /api/v1/runs/query';
const query: RunQuery = { projectIds: ['p'], window: { from: 0 } };
const client = () => new QueryClient();
const ended = { id: 'a', projectId: 'p', status: 'success', endTime: 1 };

test('every key begins with the connection', () => {
  const { api } = connectApi('v1', {});
  const keys = [
    infoOptions(api),
    runsInfiniteOptions(api, query),
    tracesInfiniteOptions(api, query),
    threadsInfiniteOptions(api, 'p', query),
    traceRunsOptions(api, 't', 'p'),
    runPayloadOptions(api, ended),
    findRunOptions(api, 'a'),
    projectsOptions(api, { includeStats: false, offset: 0, limit: 5 }),
    projectMetadataOptions(api, 'p', {}),
    runStatsOptions(api, query),
    feedbackOptions(api, { runIds: ['a'] }),
  ].map(({ queryKey }) => queryKey);
  for (const key of keys) expect(key[0]).toBe('c');
  expect(new Set(keys.map((key) => key[1])).size).toBe(keys.length);
});

test('pages follow the cursor and end with it', async () => {
  const { api } = connectApi('v1', {
    [QUERY]: ({ body }) =>
      body['cursor'] ? { runs: [{ id: 'b' }], cursors: {} } : { runs: [{ id: 'a' }], cursors: { next: 'n' } },
  });
  const data = await client().fetchInfiniteQuery({ ...runsInfiniteOptions(api, query), pages: 5 });
  expect(data.pages.map(({ rows }) => rows[0]!.id)).toEqual(['a', 'b']);
  expect(data.pageParams).toEqual([undefined, 'n']);
});

test('payloads of runs opened together travel in one request', async () => {
  const { api, server } = connectApi('v1', { [QUERY]: () => ({ runs: [{ id: 'a' }, { id: 'b' }] }) });
  const queries = client();
  const ask = (id: string) => queries.fetchQuery(runPayloadOptions(api, { ...ended, id }));
  const [a, b, missing] = await Promise.all([ask('a'), ask('b'), ask('c')]);
  expect([a?.id, b?.id, missing]).toEqual(['a', 'b', null]);
  expect(server.bodiesOf(QUERY)).toMatchObject([{ id: ['a', 'b', 'c'] }]);
});

test('one of several leaving does not stop the others', async () => {
  const { api } = connectApi('v1', { [QUERY]: () => ({ runs: [{ id: 'a' }, { id: 'b' }] }) });
  const queries = client();
  const left = queries.fetchQuery(runPayloadOptions(api, { ...ended, id: 'a' })).catch(() => 'left');
  const stays = queries.fetchQuery(runPayloadOptions(api, { ...ended, id: 'b' }));
  await queries.cancelQueries({ queryKey: runPayloadOptions(api, { ...ended, id: 'a' }).queryKey });
  await expect(left).resolves.toBe('left');
  await expect(stays).resolves.toMatchObject({ id: 'b' });
});

test('what has ended is never asked again, what runs is', async () => {
  let endTime: string | null = null;
  const { api, server } = connectApi('v1', {
    [QUERY]: () => ({
      runs: [
        {
          id: 't',
          start_time: '2026-01-01T00:00:00',
          end_time: endTime,
          status: endTime ? 'success' : 'pending',
        },
      ],
    }),
  });
  const queries = client();
  const options = traceRunsOptions(api, 't', 'p');
  await queries.fetchQuery(options);
  const cached = queries.getQueryCache().find({ queryKey: options.queryKey })!;
  const staleTime = () => (options.staleTime as (query: unknown) => number)(cached);
  expect(staleTime()).toBeLessThan(10_000);
  endTime = '2026-01-01T00:00:01';
  await queries.fetchQuery({ ...options, staleTime: 0 });
  expect(staleTime()).toBe(Infinity);
  await queries.fetchQuery({ ...options, staleTime: staleTime() });
  expect(server.bodiesOf(QUERY)).toHaveLength(2);
});

test('the cache does not retry what the client below already retried', async () => {
  const { api, server } = connectApi('v1', { [QUERY]: () => json(400, { detail: 'no' }) });
  await expect(client().fetchQuery(traceRunsOptions(api, 't', 'p'))).rejects.toMatchObject({ status: 400 });
  expect(server.bodiesOf(QUERY)).toHaveLength(1);
});
