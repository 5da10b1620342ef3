import { expect, test } from 'vitest';
import type { Fetch } from '../contract/fetch.ts';
import { loadedFetch } from './loaded-fetch.ts';

const request = () => new Request('https://engine.invalid/info');
const answer: Fetch = async () => new Response('ok');

test('the server starts with the first request, once for all of them', async () => {
  let starts = 0;
  const fetch = loadedFetch(async () => {
    starts++;
    return answer;
  });
  expect(starts).toBe(0);
  const responses = await Promise.all([fetch(request()), fetch(request())]);
  expect(responses.map(({ ok }) => ok)).toEqual([true, true]);
  expect(starts).toBe(1);
});

test('a failed start fails those who waited, and the next request tries again', async () => {
  let starts = 0;
  const fetch = loadedFetch(async () => {
    if (++starts === 1) throw new Error('no file');
    return answer;
  });
  const first = [fetch(request()), fetch(request())];
  for (const waiting of first) await expect(waiting).rejects.toThrow('no file');
  expect((await fetch(request())).ok).toBe(true);
  expect(starts).toBe(2);
});

test('a request that was cancelled while the server started is not asked', async () => {
  let asked = 0;
  const controller = new AbortController();
  const fetch = loadedFetch(async () => async () => {
    asked++;
    return new Response('ok');
  });
  const waiting = fetch(new Request('https://engine.invalid/info', { signal: controller.signal }));
  controller.abort();
  await expect(waiting).rejects.toThrow('aborted');
  expect(asked).toBe(0);
});
