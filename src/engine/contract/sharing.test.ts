/** Public links through the SDK: what a token opens, and what it does not (CONTRACT §6-7). */
import type { Client, Run } from 'langsmith';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveEngine, type EngineWithClient } from '../../tools/engine-server/engine-with-client.ts';

const [ROOT, CHILD, GRANDCHILD, OTHER] = [1, 2, 3, 9].map(
  (n) => `00000000-0000-4000-8000-00000000000${n}`,
) as [string, string, string, string];
const KEY = 'secret';

let server: EngineWithClient;
let client: Client;
let project: string;

/** Public routes are asked without a key. */
async function open(path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  return server.ask(path, body);
}

beforeAll(async () => {
  server = await serveEngine({ apiKey: KEY });
  client = server.newClient({ apiKey: KEY });
  const run = { run_type: 'chain', session_name: 'p', start_time: '2026-10-01T00:00:00', trace_id: ROOT };
  const order = (...ids: string[]) => ids.map((id) => `20261001T000000000000Z${id}`).join('.');
  const post = [
    { ...run, id: ROOT, name: 'root', inputs: { secret: 1 }, dotted_order: order(ROOT) },
    { ...run, id: CHILD, name: 'child', parent_run_id: ROOT, dotted_order: order(ROOT, CHILD) },
    {
      ...run,
      id: GRANDCHILD,
      name: 'leaf',
      parent_run_id: CHILD,
      dotted_order: order(ROOT, CHILD, GRANDCHILD),
    },
    { ...run, id: OTHER, name: 'other', trace_id: OTHER },
  ];
  await fetch(`${server.url}/runs/batch`, {
    method: 'POST',
    body: JSON.stringify({ post }),
    headers: { 'x-api-key': KEY },
  });
  project = (await client.readProject({ projectName: 'p' })).id;
});
afterAll(() => server.stop());

test('without the key everything is closed, except what is public', async () => {
  expect(await open('/sessions')).toEqual({ status: 401, body: { detail: 'Invalid token' } });
  expect((await open('/api/v2/runs/query', { project_ids: [project] })).status).toBe(401);
  expect((await open('/info')).status).toBe(200);
  expect((await open('/api/v1/ok')).status).toBe(200);
  expect((await open(`/public/${ROOT}/run`)).status).toBe(404);
});

test('a shared run is read by its token, without what is private', async () => {
  const link = await client.shareRun(ROOT);
  const token = (await client.readRunSharedLink(ROOT))!.match(/public\/([^/]+)\/r/)![1]!;
  expect(link).toContain(token);
  const { body } = await open(`/api/v1/public/${token}/run`);
  expect(body).toMatchObject({ id: ROOT, name: 'root', inputs: { secret: 1 } });
  for (const field of ['session_id', 'app_path', 'share_token', 'thread_id']) {
    expect(body).not.toHaveProperty(field);
  }
  expect((await open(`/public/${token}/run/${GRANDCHILD}`)).body).toMatchObject({ name: 'leaf' });
  expect((await open(`/public/${token}/run/${OTHER}`)).status).toBe(404);
  const list = (await open(`/public/${token}/runs/query`, {})).body as { runs: Run[] };
  expect(list.runs.map((run) => run.name)).toEqual(['root', 'child', 'leaf']);
  const some = (await open(`/public/${token}/runs/query`, { id: [CHILD, OTHER] })).body as { runs: Run[] };
  expect(some.runs.map((run) => run.name)).toEqual(['child']);
  expect((await client.listSharedRuns(token)).map((run) => run.name)).toEqual(['root', 'child', 'leaf']);
  expect((await client.listSharedRuns(token, { runIds: [CHILD] })).map((run) => run.name)).toEqual(['child']);

  await client.unshareRun(ROOT);
  expect((await open(`/public/${token}/run`)).status).toBe(404);
  expect(await client.readRunSharedLink(ROOT)).toBeUndefined();
});

test('a link to a part of a trace does not open the rest', async () => {
  const { share_token: token } = await client.runs.share.create(CHILD, {
    session_id: project,
    trace_id: ROOT,
  });
  const { items } = await client.public.runs.query(token!, { selects: ['NAME', 'PARENT_RUN_ID'] });
  expect(items).toEqual([
    { name: 'child', parent_run_id: ROOT },
    { name: 'leaf', parent_run_id: CHILD },
  ]);
  expect((await open(`/public/${token}/run/${ROOT}`)).status).toBe(404);
  const { url } = { url: `/api/v2/public/${token}/runs/query` };
  expect((await open(url, { selects: ['INPUTS'] })).status).toBe(422);
  const run = await client.public.runs.retrieve(GRANDCHILD, {
    share_token: token!,
    start_time: '2026-10-01T00:00:00Z',
    selects: ['NAME'],
  });
  expect(run).toEqual({ name: 'leaf' });

  await client.runs.share.delete(CHILD, { session_id: project });
  await client.runs.share.delete(CHILD, { session_id: project });
  expect((await open(url, {})).status).toBe(404);
});

test('the address of a shared run is in the v2 answer only while it is shared', async () => {
  const ask = () => client.runs.retrieve(ROOT, { project_id: project, selects: ['SHARE_URL'] });
  expect(await ask()).toEqual({});
  const { share_token } = await client.runs.share.create(ROOT, { session_id: project, trace_id: ROOT });
  expect(await ask()).toEqual({ share_url: `${server.url}/public/${share_token}/r` });
});

test('feedback of a shared trace is public, that of others is not', async () => {
  await client.createFeedback(CHILD, 'seen', { score: 1 });
  await client.createFeedback(OTHER, 'hidden', { score: 1 });
  const { share_token } = await client.runs.share.create(CHILD, { session_id: project, trace_id: ROOT });
  const all = (await open(`/public/${share_token}/feedbacks`)).body as { key: string }[];
  expect(all.map(({ key }) => key)).toEqual(['seen']);
  expect((await open(`/public/${share_token}/feedbacks?run=${OTHER}`)).body).toEqual([]);
});
