import { expect, test } from 'vitest';
import type { Fetch } from '../../contract/fetch.ts';
import { answerOnPort, connectWorker, type PortRequest, type WorkerLike } from './port.ts';

/** A worker whose other side is here: everything still crosses a real MessagePort. */
function standIn(fetch: Fetch) {
  const listeners = new Map<string, ((event: Event) => void)[]>();
  const state = { terminated: false, answered: 0 };
  const worker: WorkerLike = {
    postMessage: (message) => {
      const { request, port } = message as { request: PortRequest; port: MessagePort };
      void answerOnPort(fetch, { request: structuredClone(request), port }).then(() => state.answered++);
    },
    addEventListener: (type, listener) => listeners.set(type, [...(listeners.get(type) ?? []), listener]),
    terminate: () => {
      state.terminated = true;
    },
  };
  const crash = (message: string) => {
    const event = Object.assign(new Event('error'), { message });
    for (const listener of listeners.get('error') ?? []) listener(event);
  };
  return { ...connectWorker(worker), crash, state };
}

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

/** Answers only when it is aborted; tells when it was asked. */
function never() {
  const asked = deferred();
  const fetch: Fetch = (request) =>
    new Promise((_, reject) => {
      request.signal.addEventListener('abort', () => reject(new Error('aborted inside')));
      asked.resolve();
    });
  return { fetch, asked: asked.promise };
}

test('requests and answers cross whole', async () => {
  const { fetch } = standIn(async (request) => {
    const body = await request.text();
    return Response.json(
      { method: request.method, url: request.url, key: request.headers.get('x-api-key'), body },
      { status: 202, headers: { 'x-answer': 'yes' } },
    );
  });
  const response = await fetch(
    new Request('http://engine/a?b=%20c', {
      method: 'POST',
      headers: { 'x-api-key': 'k', 'content-type': 'application/json' },
      body: '{"ü":1}',
    }),
  );
  expect([response.status, response.headers.get('x-answer')]).toEqual([202, 'yes']);
  expect(await response.json()).toEqual({
    method: 'POST',
    url: 'http://engine/a?b=%20c',
    key: 'k',
    body: '{"ü":1}',
  });
});

test('bytes cross unchanged both ways, and an empty answer stays empty', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const echo = standIn(async (request) => new Response(await request.arrayBuffer()));
  const response = await echo.fetch(new Request('http://engine/', { method: 'POST', body: bytes }));
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  const silent = standIn(async () => new Response(null, { status: 204 }));
  expect((await silent.fetch(new Request('http://engine/', { method: 'DELETE' }))).status).toBe(204);
});

test('an abort reaches the other side, and this side does not wait for it', async () => {
  const other = never();
  const { fetch, state } = standIn(other.fetch);
  const abort = new AbortController();
  const answer = fetch(new Request('http://engine/', { signal: abort.signal }));
  await other.asked;
  abort.abort(new Error('went away'));
  await expect(answer).rejects.toThrow('went away');
  await expect.poll(() => state.answered).toBe(1);
  await expect(fetch(new Request('http://engine/', { signal: abort.signal }))).rejects.toThrow('went away');
});

test('a failure on the other side is an error here', async () => {
  const { fetch } = standIn(() => Promise.reject(new Error('no memory')));
  await expect(fetch(new Request('http://engine/'))).rejects.toThrow('could not answer: no memory');
});

test('a crash fails what waits and what comes later, with what to do', async () => {
  const other = never();
  const { fetch, crash, state } = standIn(other.fetch);
  const waiting = [fetch(new Request('http://engine/1')), fetch(new Request('http://engine/2'))];
  await other.asked;
  crash('boom');
  for (const answer of waiting)
    await expect(answer).rejects.toThrow(/has stopped \(boom\)\. Reload the page/);
  await expect(fetch(new Request('http://engine/3'))).rejects.toThrow(/Reload the page/);
  expect(state.terminated).toBe(true);
});

test('stopping ends the worker and what waits on it', async () => {
  const other = never();
  const engine = standIn(other.fetch);
  const waiting = engine.fetch(new Request('http://engine/'));
  engine.stop();
  await expect(waiting).rejects.toThrow('The engine was stopped');
  expect(engine.state.terminated).toBe(true);
});
