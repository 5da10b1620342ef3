/** Programs traced with the official SDK arrive whole, and read back as they were. */
import { gunzipSync } from 'node:zlib';
import { RunTree, type Client, type Run } from 'langsmith';
import { getCurrentRunTree, traceable } from 'langsmith/traceable';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveEngine, type EngineWithClient } from '../../tools/engine-server/engine-with-client.ts';

let server: EngineWithClient;
beforeAll(async () => {
  server = await serveEngine();
});
afterAll(() => server.stop());

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function runsOf(client: Client, projectName: string): Promise<Run[]> {
  await client.awaitPendingTraceBatches();
  return collect(client.listRuns({ projectName, order: 'asc' }));
}

test('a nested program becomes a tree', async () => {
  const { client } = server;
  const lookUp = traceable(async (city: string) => ({ city, temperature: 21 }), {
    name: 'look_up',
    run_type: 'tool',
    client,
    tracingEnabled: true,
  });
  const answer = traceable(
    async (question: string) => {
      const { temperature } = await lookUp('Oslo');
      return `${question} ${temperature} degrees`;
    },
    {
      name: 'answer',
      client,
      project_name: 'nested',
      tracingEnabled: true,
      tags: ['weather', 'prod'],
      metadata: { user_id: 'u-1', attempt: 2 },
    },
  );
  await answer('How warm?');
  const runs = await runsOf(client, 'nested');
  expect(runs.map((run) => [run.name, run.run_type, run.status])).toEqual([
    ['answer', 'chain', 'success'],
    ['look_up', 'tool', 'success'],
  ]);
  const [root, child] = runs as [Run, Run];
  expect(child.parent_run_id).toBe(root.id);
  expect(child.trace_id).toBe(root.id);
  expect(child.dotted_order?.startsWith(root.dotted_order!)).toBe(true);
  expect(root.inputs).toEqual({ input: 'How warm?' });
  expect(root.outputs).toEqual({ outputs: 'How warm? 21 degrees' });
  expect(child.outputs).toEqual({ city: 'Oslo', temperature: 21 });
  expect(root.tags).toEqual(['weather', 'prod']);
  expect(root.extra?.['metadata']).toMatchObject({ user_id: 'u-1', attempt: 2 });

  const read = await client.readRun(root.id, { loadChildRuns: true });
  expect(read.child_runs?.map((run) => run.name)).toEqual(['look_up']);
});

test('a failure is an error with its text, and nothing else fails', async () => {
  const { client } = server;
  const fail = traceable(
    async () => {
      throw new Error('the oven is cold');
    },
    { name: 'bake', client, project_name: 'failing', tracingEnabled: true },
  );
  await expect(fail()).rejects.toThrow('the oven is cold');
  const [run] = await runsOf(client, 'failing');
  expect(run).toMatchObject({ name: 'bake', status: 'error' });
  expect(run?.error).toContain('the oven is cold');
  expect(run?.end_time).toBeTruthy();
});

test('a streamed model call has its first token, its tokens and its costs', async () => {
  const { client } = server;
  const chat = traceable(
    async function* chat(greeting: string) {
      yield `${greeting}: Hello`;
      getCurrentRunTree().metadata = {
        ...getCurrentRunTree().metadata,
        usage_metadata: {
          input_tokens: 10,
          output_tokens: 5,
          total_tokens: 15,
          input_cost: 0.001,
          output_cost: 0.002,
          total_cost: 0.003,
        },
      };
      yield ' there';
    },
    { name: 'chat', run_type: 'llm', client, project_name: 'streaming', tracingEnabled: true },
  );
  await collect(chat('Hi') as unknown as AsyncIterable<string>);
  const [run] = await runsOf(client, 'streaming');
  expect(run).toMatchObject({ status: 'success', total_tokens: 15, prompt_tokens: 10, total_cost: '0.003' });
  expect(run?.outputs).toMatchObject({ outputs: ['Hi: Hello', ' there'] });
  const { first_token_time } = run as Run & { first_token_time: string };
  expect(Date.parse(first_token_time)).toBeGreaterThanOrEqual(Date.parse(String(run?.start_time)));
});

test('attachments travel with the run and are served back, whatever bytes they hold', async () => {
  const { client, url } = server;
  const bytes = new TextEncoder().encode('before\r\n------LangSmithFormBoundary\r\n\r\nafter');
  const run = new RunTree({
    name: 'inspect',
    client,
    project_name: 'attachments',
    inputs: { note: 'wet box' },
    tracingEnabled: true,
    attachments: { 'photo of box': ['image/png', bytes] },
  });
  await run.postRun();
  await run.end({ ok: true });
  await run.patchRun();
  const [read] = await runsOf(client, 'attachments');
  const { body } = await server.ask(`/runs/${read!.id}`);
  const { s3_urls } = body as { s3_urls: Record<string, { presigned_url: string; mime_type: string }> };
  const entry = s3_urls['attachment.photo of box']!;
  expect(entry.mime_type).toBe('image/png');
  const response = await fetch(url + entry.presigned_url);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);

  const v2 = await client.runs.retrieve(read!.id, {
    project_id: read!.session_id!,
    selects: ['ATTACHMENTS'],
  });
  const absolute = (v2 as { attachments?: Record<string, string> }).attachments!['photo of box']!;
  expect(new Uint8Array(await (await fetch(absolute)).arrayBuffer())).toEqual(bytes);
});

test.each([
  ['without batches', { autoBatchTracing: false }],
  ['in batches of one', { batchSizeLimit: 1 }],
])('a run tree is the same %s', async (how, config) => {
  const client = server.newClient(config);
  const project_name = `tree ${how}`;
  const root = new RunTree({ name: 'root', client, project_name, inputs: { a: 1 }, tracingEnabled: true });
  await root.postRun();
  const child = root.createChild({ name: 'child', run_type: 'tool', inputs: { b: [1, null, 'ü'] } });
  await child.postRun();
  await child.end({ c: 2 });
  await child.patchRun();
  await root.end(undefined, 'gave up');
  await root.patchRun();
  const runs = await runsOf(client, project_name);
  expect(runs.map(({ name, status }) => ({ name, status }))).toEqual([
    { name: 'root', status: 'error' },
    { name: 'child', status: 'success' },
  ]);
  expect(runs[1]).toMatchObject({ inputs: { b: [1, null, 'ü'] }, outputs: { c: 2 } });
});

test('a client that falls back to /runs/batch loses nothing', async () => {
  const seen: string[] = [];
  const client = server.newClient({
    fetchImplementation: async (input, init) => {
      const path = new URL(input instanceof Request ? input.url : input).pathname;
      seen.push(path);
      if (path === '/runs/multipart') return new Response('{}', { status: 404 });
      return fetch(input, init);
    },
  });
  const step = traceable(async (n: number) => n + 1, {
    name: 'step',
    client,
    project_name: 'fallback',
    tracingEnabled: true,
  });
  expect(await step(1)).toBe(2);
  const runs = await runsOf(client, 'fallback');
  expect(runs).toMatchObject([{ name: 'step', inputs: { input: 1 }, outputs: { outputs: 2 } }]);
  expect(seen).toContain('/runs/batch');
});

test('the SDK believes /info and sends gzip', async () => {
  const bodies: { encoding: string | null; bytes: Uint8Array }[] = [];
  const client = server.newClient({
    fetchImplementation: async (input, init) => {
      const request = new Request(input, init);
      if (request.url.endsWith('/runs/multipart')) {
        const bytes = new Uint8Array(await request.clone().arrayBuffer());
        bodies.push({ encoding: request.headers.get('content-encoding'), bytes });
      }
      return fetch(request);
    },
  });
  const run = new RunTree({ name: 'zipped', client, project_name: 'gzip', inputs: {}, tracingEnabled: true });
  await run.postRun();
  await run.end({ fine: true });
  await run.patchRun();
  const runs = await runsOf(client, 'gzip');
  expect(runs.map((one) => one.status)).toEqual(['success']);
  expect(bodies[0]?.encoding).toBe('gzip');
  expect(gunzipSync(bodies[0]!.bytes).toString()).toContain('zipped');
});

test('runs without a project land in default', async () => {
  const { status } = await server.ask('/runs', {
    id: 'b3b6f0de-0000-4000-8000-000000000001',
    name: 'plain',
    run_type: 'chain',
    start_time: '2026-10-01T00:00:00',
    inputs: {},
  });
  expect(status).toBe(202);
  expect((await runsOf(server.client, 'default')).map((run) => run.name)).toEqual(['plain']);
  await server.client.updateRun('b3b6f0de-0000-4000-8000-000000000001', {
    end_time: Date.UTC(2026, 9, 1, 0, 0, 3),
    outputs: { done: true },
  });
  const [updated] = await runsOf(server.client, 'default');
  expect(updated).toMatchObject({ status: 'success', outputs: { done: true } });
});
