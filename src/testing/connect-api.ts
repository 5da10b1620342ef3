/** An Api over a table of routes, with a clock that never has to be waited for. */
import { createApi } from '../api/create-api.ts';
import type { Api, Generation } from '../contract/api.ts';
import { fakeClock } from './fake-clock.ts';
import { fakeServer, type Answer, type FakeServer } from './fake-server.ts';

const NOW = Date.UTC(2026, 10, 21, 12);

export function connectApi(
  generation: Generation,
  routes: Readonly<Record<string, Answer>>,
): { readonly api: Api; readonly server: FakeServer } {
  const server = fakeServer({ 'GET /api/v1/info': () => ({ version: '0.17.0' }), ...routes });
  const api = createApi({
    connectionId: 'c',
    baseUrl: 'https://host/api/v1',
    fetch: server.fetch,
    generation,
    clock: fakeClock(NOW),
  });
  return { api, server };
}
