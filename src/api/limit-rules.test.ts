import { expect, test } from 'vitest';
import { limitRulesFor, runsPaceOf, statsPaceOf } from './limit-rules.ts';

const now = Date.UTC(2026, 10, 21);
const day = 86_400_000;
const iso = (time: number) => new Date(time).toISOString();
const recent = { start_time: iso(now - 6 * day) };
const old = { start_time: iso(now - 8 * day) };

const US = 'https://api.smith.langchain.com';
const EU = 'https://eu.api.smith.langchain.com';
const query = (body: Record<string, unknown>) => ({ method: 'POST', path: '/api/v1/runs/query', body });

test.each<[string, Record<string, unknown>, string, number]>([
  ['a week', recent, 'v1-runs', 10],
  ['more than a week', old, 'v1-runs-long', 3],
  ['no start', {}, 'v1-runs-long', 3],
  ['an old week', { start_time: iso(now - 30 * day), end_time: iso(now - 24 * day) }, 'v1-runs', 10],
  ['full text', { ...recent, filter: 'search("x")' }, 'v1-runs-text', 3],
  ['full text in the tree filter', { ...recent, tree_filter: 'and(search ("x"))' }, 'v1-runs-text', 3],
  ['full text over long', { ...old, filter: 'search("x")' }, 'v1-runs-text-long', 1],
  ['a name that only looks like it', { ...recent, filter: 'eq(name, "research")' }, 'v1-runs', 10],
])('v1 run query: %s', (_, body, id, count) => {
  expect(limitRulesFor(US)(query(body), now)[0]).toMatchObject({ id, count, seconds: 10, concurrency: 1 });
});

test.each([
  [US, 'POST', '/api/v1/runs/stats', 1, 10],
  [EU, 'POST', '/api/v1/runs/stats', 20, 10],
  [US, 'POST', '/api/v2/runs/query', 300, 10],
  [US, 'POST', '/v2/runs/query', 300, 10],
  [US, 'GET', '/api/v1/runs/018e4c7e-a9fb-7ef0-8000-0a1b2c3d4e5f', 30, 60],
  [US, 'GET', '/api/v1/sessions', 1000, 10],
])('%s %s %s', (base, method, path, count, seconds) => {
  expect(limitRulesFor(base)({ method, path }, now)[0]).toMatchObject({ count, seconds });
});

test('every Cloud request counts against the whole', () => {
  expect(limitRulesFor(US)(query(recent), now).map(({ id }) => id)).toEqual(['v1-runs', 'all']);
});

test('other servers have no counts, and one rule per route', () => {
  const rules = limitRulesFor('http://localhost:1984');
  const [a] = rules({ method: 'GET', path: '/api/v1/sessions/018e4c7e-a9fb-7ef0-8000-0a1b2c3d4e5f' }, now);
  const [b] = rules({ method: 'GET', path: '/api/v1/sessions/018e4c7e-a9fb-7ef0-8000-000000000000' }, now);
  expect(a).toEqual(b);
  expect(a).not.toHaveProperty('count');
});

test.each([
  [US, { count: 1, seconds: 10 }],
  [EU, { count: 20, seconds: 10 }],
  ['http://localhost:1984', undefined],
])('statistics of %s', (base, pace) => expect(statsPaceOf(base)).toEqual(pace));

const week = { from: now - 7 * day, to: now };

test.each([
  ['a slice of a week', US, 'v1', { window: week }, 10],
  ['a longer window', US, 'v1', { window: { from: now - 8 * day, to: now } }, 3],
  ['an open window', US, 'v1', { window: {} }, 3],
  ['ids, which carry no window', US, 'v1', { window: week, runIds: ['a'] }, 3],
  ['full text of a week', US, 'v1', { window: week, filter: 'search("x")' }, 3],
  ['v2, whatever the window', US, 'v2', { window: {} }, 300],
  ['a server of one’s own', 'http://localhost:1984', 'v1', { window: {} }, undefined],
] as const)('pages of runs: %s', (_, base, generation, asked, count) =>
  expect(runsPaceOf(base, generation, { projectIds: ['p'], ...asked }, now)?.count).toBe(count),
);
