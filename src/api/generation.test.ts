import { expect, test } from 'vitest';
import type { Generation } from '../contract/api.ts';
import { fakeClock } from '../testing/fake-clock.ts';
import { fakeServer, html, json, type Answer } from '../testing/fake-server.ts';
import { createApi } from './create-api.ts';

const refuses = () => json(422, { title: 'x', status: 422, detail: 'project_ids is required' });
const info = (version?: string) => () => (version === undefined ? {} : { version });
const V2 = 'POST /api/v2/runs/query';
const OLD_V2 = 'POST /v2/runs/query';

async function decide(routes: Record<string, Answer>, baseUrl = 'https://host', forced?: Generation) {
  const server = fakeServer(routes);
  const clock = fakeClock();
  const api = createApi({
    connectionId: 'c',
    baseUrl,
    fetch: server.fetch,
    generation: forced,
    clock,
    random: () => 0,
  });
  const answer = api.info();
  answer.catch(() => {});
  await clock.advance(60_000);
  return { server, api, info: await answer };
}

test.each<[string, Record<string, Answer>, string | undefined, Generation, RegExp]>([
  [
    '0.17 with v2',
    { 'GET /api/v1/info': info('0.17.12rc1'), [V2]: refuses },
    undefined,
    'v2',
    /0\.17.*\/api\/v2/,
  ],
  [
    '0.16 with the old prefix',
    { 'GET /api/v1/info': info('0.16.0'), [OLD_V2]: refuses },
    undefined,
    'v2',
    /\/v2/,
  ],
  ['0.16 without SmithDB', { 'GET /api/v1/info': info('0.16.2') }, undefined, 'v1', /no v2 routes/],
  [
    '501',
    { 'GET /api/v1/info': info('0.17.0'), [V2]: () => json(501, {}), [OLD_V2]: () => json(405, {}) },
    undefined,
    'v1',
    /no v2/,
  ],
  [
    'the web app instead of v2',
    { 'GET /api/v1/info': info('0.17.0'), [V2]: () => html(200), [OLD_V2]: () => html(404) },
    undefined,
    'v1',
    /no v2/,
  ],
  [
    'v2 in trouble',
    { 'GET /api/v1/info': info('0.17.0'), [V2]: () => json(500, {}) },
    undefined,
    'v1',
    /status 500/,
  ],
  ['0.15', { 'GET /api/v1/info': info('0.15.9'), [V2]: refuses }, undefined, 'v1', /begins with 0\.16/],
  ['no version', { 'GET /api/v1/info': info(), [V2]: refuses }, undefined, 'v1', /names no version/],
  ['no /info', { [V2]: refuses }, undefined, 'v1', /names no version/],
  [
    'Cloud without a version',
    { 'GET /api/v1/info': info(), [V2]: refuses },
    'https://api.smith.langchain.com',
    'v2',
    /\/api\/v2/,
  ],
  [
    'a refused key still shows that v2 is there',
    { 'GET /api/v1/info': info('1.0.0'), [V2]: () => json(401, {}) },
    undefined,
    'v2',
    /\/api\/v2/,
  ],
])('%s', async (_, routes, baseUrl, generation, reason) => {
  const { info: found } = await decide(routes, baseUrl);
  expect(found.generation).toBe(generation);
  expect(found.generationReason).toMatch(reason);
});

test('a person’s choice is kept, and v1 asks nothing of v2', async () => {
  const routes = { 'GET /api/v1/info': info('0.17.0'), [V2]: refuses };
  const v1 = await decide(routes, undefined, 'v1');
  expect(v1.info.generation).toBe('v1');
  expect(v1.server.asked).toHaveLength(1);
  const v2 = await decide({ 'GET /api/v1/info': info('0.1.0') }, undefined, 'v2');
  expect(v2.info.generation).toBe('v2');
});

test('decided once; a failed decision is taken again', async () => {
  let isUp = false;
  const server = fakeServer({
    'GET /api/v1/info': () => (isUp ? { version: '0.17.0' } : json(401, { detail: 'no' })),
    [V2]: refuses,
  });
  const api = createApi({ connectionId: 'c', baseUrl: 'https://host', fetch: server.fetch });
  await expect(api.info()).rejects.toMatchObject({ status: 401 });
  isUp = true;
  await Promise.all([api.info(), api.info()]);
  await api.info();
  expect(server.bodiesOf('GET /api/v1/info')).toHaveLength(2);
  expect(server.bodiesOf(V2)).toHaveLength(1);
});

test('one asker leaving does not stop the decision of another', async () => {
  const server = fakeServer({ 'GET /api/v1/info': info('0.1.0') });
  const api = createApi({ connectionId: 'c', baseUrl: 'https://host', fetch: server.fetch });
  const controller = new AbortController();
  const first = api.info(controller.signal);
  const second = api.info();
  controller.abort(new Error('left'));
  await expect(first).rejects.toThrow('left');
  await expect(second).resolves.toMatchObject({ generation: 'v1' });
});
