import { expect, test } from 'vitest';
import { createEngine } from '../engine/create-engine.ts';
import { json, fakeServer } from '../testing/fake-server.ts';
import { createApi } from './create-api.ts';

const PROJECT = '00000000-0000-7000-8000-000000000001';
const draft = {
  name: 'Failures',
  description: 'all of them',
  type: 'runs',
  filter: 'eq(status, "error")',
  traceFilter: '',
  treeFilter: '',
  startTime: Date.UTC(2026, 10, 1),
};

test('a saved filter goes to the server, comes back, changes, and goes', async () => {
  const engine = createEngine({ now: () => Date.UTC(2026, 10, 21) });
  await engine.fetch(
    new Request('http://e/api/v1/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: PROJECT, name: 'p' }),
    }),
  );
  const { views } = createApi({ connectionId: 'c', baseUrl: 'http://e', fetch: engine.fetch });
  const made = await views.create(PROJECT, draft);
  expect(made).toMatchObject(draft);
  expect(made).toMatchObject({ type: 'runs', endTime: undefined, duration: undefined });
  expect(await views.list(PROJECT)).toEqual({ views: [made], unreadable: 0 });
  const renamed = await views.rename(PROJECT, made.id, 'Broken', 'some');
  expect(renamed).toMatchObject({ name: 'Broken', description: 'some', filter: draft.filter });
  await views.update(PROJECT, made.id, { ...draft, filter: '', startTime: undefined });
  expect(await views.get(PROJECT, made.id)).toMatchObject({ filter: '', startTime: undefined });
  await views.remove(PROJECT, made.id);
  await views.remove(PROJECT, made.id);
  expect(await views.get(PROJECT, made.id)).toBeUndefined();
});

test('what another program wrote is read field by field', async () => {
  const server = fakeServer({
    [`GET /api/v1/sessions/${PROJECT}/views`]: () =>
      json(200, [
        { id: 'v', display_name: 'x', filter_string: 7, type: 'boards', duration: 'P7D' },
        { display_name: 'no id' },
        7,
      ]),
  });
  const { views } = createApi({ connectionId: 'c', baseUrl: 'http://e', fetch: server.fetch });
  expect(await views.list(PROJECT)).toMatchObject({
    views: [
      {
        id: 'v',
        name: 'x',
        filter: '',
        type: 'boards',
        duration: 'P7D',
        updatedAt: '',
        unread: [['filter_string', '7']],
      },
    ],
    unreadable: 2,
  });
});
