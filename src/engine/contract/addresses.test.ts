/** One engine under every spelling of its address that clients use (CONTRACT §1.2, §14.1; WIRE §2). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveEngine, type EngineWithClient } from '../../tools/engine-server/engine-with-client.ts';

const ID = '00000000-0000-4000-8000-000000000001';

let server: EngineWithClient;
let project: string;
beforeAll(async () => {
  server = await serveEngine();
  await server.ask('/runs', {
    id: ID,
    trace_id: ID,
    name: 'r',
    run_type: 'chain',
    session_name: 'p',
    start_time: new Date().toISOString(),
  });
  project = (await server.client.readProject({ projectName: 'p' })).id;
});
afterAll(() => server.stop());

test.each(['', '/', '/api/v1', '/api/v1/'])('the SDK with "%s" after the host', async (path) => {
  const client = server.newClient({ apiUrl: server.url + path });
  expect((await client.readRun(ID)).name).toBe('r');
  const found = [];
  for await (const run of client.runs.query({ project_ids: [project] })) found.push(run.id);
  expect(found).toEqual([ID]);
});

test.each(['/v2', '/api/v2'])('v2 under %s', async (prefix) => {
  const { status, body } = await server.ask(`${prefix}/runs/query`, { project_ids: [project] });
  expect([status, body]).toEqual([200, { items: [{ id: ID }], has_more: false }]);
});

test('the server says who it is and what it takes', async () => {
  for (const prefix of ['', '/api/v1']) {
    const { body } = await server.ask(`${prefix}/info`);
    expect(body).toMatchObject({
      version: '0.17.0',
      batch_ingest_config: { use_multipart_endpoint: true },
      instance_flags: { gzip_body_enabled: true, zstd_compression_enabled: true },
    });
    expect((await server.ask(`${prefix}/ok`)).status).toBe(200);
    const [workspace] = (await server.ask(`${prefix}/workspaces`)).body as { id: string }[];
    expect((await server.ask(`${prefix}/auth/public`)).body).toMatchObject({ tenant_id: workspace!.id });
  }
});

test('any page may ask, with any headers, also across the private network boundary', async () => {
  const preflight = await fetch(`${server.url}/api/v2/runs/query`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://app.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-api-key,x-stainless-lang',
      'access-control-request-private-network': 'true',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(preflight.headers.get('access-control-allow-headers')).toBe('x-api-key,x-stainless-lang');
  expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH');
  expect(preflight.headers.get('access-control-allow-private-network')).toBe('true');
  const answer = await fetch(`${server.url}/nowhere`, { headers: { origin: 'https://app.example' } });
  expect(answer.status).toBe(404);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('access-control-expose-headers')).toContain('retry-after');
});

test('two hundred requests at once are all answered', async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      index % 2 === 0 ? server.ask(`/runs/${ID}`) : server.ask('/runs/query', { session: [project] }),
    ),
  );
  expect(answers.every(({ status }) => status === 200)).toBe(true);
});
