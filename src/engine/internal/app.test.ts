/** What the API refuses, and how it says so (CONTRACT §2). */
import { beforeEach, describe, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { BulkService } from './bulk/bulk-service.ts';
import { createStore } from './store/create-store.ts';
import { createWorkspace, type Workspace } from './workspace/workspace.ts';

const NOW = Date.UTC(2026, 10, 20);
const ID = '00000000-0000-4000-8000-000000000001';

const bulkOf = (of: Workspace) => new BulkService(of, { sleep: async () => {}, send: fetch });

let workspace: Workspace;
let app: ReturnType<typeof createApp>;
beforeEach(async () => {
  workspace = createWorkspace(() => NOW);
  app = createApp(workspace, bulkOf(workspace), { version: '0.17.0' });
  await ask('/runs', {
    id: ID,
    trace_id: ID,
    name: 'r',
    run_type: 'chain',
    session_name: 'p',
    start_time: '2026-11-19T12:00:00',
  });
});

async function ask(path: string, body?: unknown, init: RequestInit = {}) {
  const method = init.method ?? (body === undefined ? 'GET' : 'POST');
  const response = await app.request(`http://engine${path}`, {
    method,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...init,
  });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    notice: response.headers.get('x-runlens-notice'),
    body: text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as unknown) : text,
  };
}
const project = () => workspace.projects.named('p')!.id;

describe('v1', () => {
  test.each<[string, object, string]>([
    ['limit 0', { limit: 0 }, 'limit'],
    ['half a limit', { limit: 2.5 }, 'limit'],
    ['a limit in words', { limit: 'ten' }, 'limit'],
    ['an unknown select', { select: ['id', 'nope'] }, 'select'],
    ['an unknown run type', { run_type: 'agent' }, 'run_type'],
    ['a time that is none', { start_time: 'monday' }, 'start_time'],
    ['a project that is no list', { session: ID }, 'session'],
    ['another execution order', { execution_order: 2 }, 'execution_order'],
  ])('%s is a validation list that names the field', async (_, wrong, field) => {
    const { status, body } = await ask('/api/v1/runs/query', { session: [project()], ...wrong });
    expect(status).toBe(422);
    expect((body as { detail: { loc: unknown[] }[] }).detail[0]?.loc.slice(0, 2)).toEqual(['body', field]);
  });

  test('null means "not given", everywhere', async () => {
    const fields = [
      'id',
      'trace',
      'parent_run',
      'run_type',
      'reference_example',
      'execution_order',
      'start_time',
    ];
    const more = [
      'end_time',
      'error',
      'query',
      'filter',
      'trace_filter',
      'tree_filter',
      'is_root',
      'cursor',
      'limit',
    ];
    const nothing = Object.fromEntries([...fields, ...more, 'select', 'order'].map((name) => [name, null]));
    const { status, body } = await ask('/runs/query', { session: [project()], ...nothing });
    expect(status).toBe(200);
    expect(body).toMatchObject({ runs: [{ id: ID }], cursors: { next: null, prev: null } });
  });

  test('a limit above the largest page is cut, and that is said', async () => {
    const { status, notice } = await ask('/runs/query', { session: [project()], limit: 500 });
    expect(status).toBe(200);
    expect(notice).toBe('limit 500 was cut to 100; page on with cursors.next');
  });

  test.each([
    ['not json', '{"session":', 422],
    ['an empty body', '', 400],
    ['too large', JSON.stringify({ filter: 'x'.repeat(1024 * 1024) }), 413],
  ])('%s', async (_, body, expected) => {
    const { status } = await ask('/runs/query', body);
    expect(status).toBe(expected);
  });

  test('the natural-language argument tells what it became', async () => {
    const { body } = await ask('/runs/query', { session: [project()], query: 'say "hi"' });
    expect(body).toMatchObject({ parsed_query: 'search("say \\"hi\\"")' });
  });

  test('validate checks filters without running them', async () => {
    const { status, body } = await ask('/runs/query/validate', {
      filter: 'eq(name, "x")',
      trace_filter: 'eq(nmae, "x")',
      tree_filter: ' ',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ valid: false, errors: [{ field: 'trace_filter' }] });
    expect((await ask('/runs/query/validate', {})).body).toEqual({ valid: true, errors: [] });
  });

  test.each([
    ['/runs/00000000-0000-4000-8000-0000000000ff', 404],
    ['/sessions/00000000-0000-4000-8000-0000000000ff', 404],
    ['/feedback/00000000-0000-4000-8000-0000000000ff', 404],
    ['/sessions?limit=0', 422],
    ['/sessions?limit=101', 422],
    ['/sessions?sort_by=colour', 422],
    ['/sessions?metadata=[1]', 422],
    ['/sessions?include_stats=perhaps', 422],
    ['/feedback?source=rumour', 422],
    ['/nowhere', 404],
  ])('GET %s is %i with a detail', async (path, expected) => {
    const { status, body } = await ask(path);
    expect(status).toBe(expected);
    expect(body).toHaveProperty('detail');
  });
});

describe('v2', () => {
  test.each<[string, object, number, RegExp]>([
    ['/v2/runs/query', {}, 400, /invalid request: set exactly one/],
    ['/api/v2/runs/query', { project_ids: [ID], reference_dataset_id: ID }, 400, /exactly one/],
    ['/v2/runs/query', { project_ids: [ID], page_size: 0 }, 422, /page_size/],
    ['/v2/runs/query', { project_ids: [ID], run_type: 'llm' }, 422, /run_type/],
    ['/v2/traces/query', {}, 400, /project_id is required/],
    ['/v2/threads/query', { project_id: ID, page_size: 101 }, 422, /1 to 100/],
    ['/v2/threads/query', { project_id: ID, filter: 'eq(name)' }, 400, /Failed to parse filter: .*offset/],
    ['/v2/nowhere', {}, 404, /no POST/],
  ])('POST %s %j is a problem', async (path, given, expected, detail) => {
    const { status, type, body } = await ask(path, given);
    expect([status, type]).toEqual([expected, 'application/problem+json']);
    expect(body).toMatchObject({
      type: 'about:blank',
      status: expected,
      instance: path.replace('/api/v2', '/v2'),
      detail: expect.stringMatching(detail) as string,
    });
  });

  test('a default window is said, a given one is not', async () => {
    const byDefault = await ask('/v2/runs/query', { project_ids: [project()] });
    expect(byDefault.notice).toMatch(/only the last 24 hours/);
    const given = await ask('/v2/runs/query', {
      project_ids: [project()],
      min_start_time: '2026-01-01T00:00:00Z',
    });
    expect(given.notice).toBeNull();
  });

  test('half a window on one trace is refused', async () => {
    const path = `/v2/traces/${ID}/runs?project_id=${project()}&min_start_time=2026-01-01T00:00:00Z`;
    expect((await ask(path)).status).toBe(422);
    expect((await ask(`${path}&max_start_time=2026-11-19T12:00:00Z`)).body).toEqual({ items: [{ id: ID }] });
    expect((await ask(`/v2/traces/${ID}/runs`)).status).toBe(422);
  });
});

describe('ingestion', () => {
  test.each<[string, string, RequestInit, number]>([
    ['not JSON', '{', {}, 400],
    ['a run without an id', '{"name":"x"}', {}, 422],
    ['an unknown encoding', '{}', { headers: { 'content-encoding': 'br' } }, 415],
    ['broken gzip', '{}', { headers: { 'content-encoding': 'gzip' } }, 400],
  ])('%s is refused in the shape of the ingestion service', async (_, body, init, expected) => {
    const answer = await ask('/runs', body, { method: 'POST', ...init });
    expect(answer.status).toBe(expected);
    const { error, details } = answer.body as { error: string; details: string };
    expect(error).toBeTruthy();
    expect(JSON.parse(details)).toHaveProperty('detail');
  });

  test('a batch with one broken part leaves nothing behind', async () => {
    const part = (name: string, value: string) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const good = '{"id":"x","name":"x","start_time":"2026-11-19T12:00:00","run_type":"chain"}';
    const body = `${part('post.x', good)}${part('post.x.inputs', '{"cut')}--b--`;
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const answer = await ask('/runs/multipart', body, { headers });
    expect([answer.status, answer.body]).toMatchObject([
      422,
      { details: expect.stringContaining('post.x.inputs') as string },
    ]);
    expect(workspace.store.size).toBe(1);
    const later = await ask('/runs/multipart', `${part('post.x', good)}${part('news.x', '1')}--b--`, {
      headers,
    });
    expect([later.status, later.body]).toMatchObject([202, { ignored: ['news.x'] }]);
    expect(workspace.store.size).toBe(2);
  });
});

describe('deletion', () => {
  test('of traces', async () => {
    const newest = async () =>
      ((await ask(`/sessions/${project()}`)).body as { last_run_start_time: string | null })
        .last_run_start_time;
    expect(await newest()).toBe('2026-11-19T12:00:00.000000Z');
    const answer = await ask('/runs/delete/traces', { session_id: project(), trace_ids: [ID] });
    expect(answer.status).toBe(200);
    expect(await newest()).toBeNull();
    expect((await ask(`/runs/${ID}`)).status).toBe(404);
  });

  test('by metadata of the root', async () => {
    const tagged = (id: string, tenant: string) => ({
      id,
      trace_id: id,
      name: 't',
      session_name: 'p',
      start_time: '2026-11-19T12:00:00',
      extra: { metadata: { tenant } },
    });
    const other = ID.replace(/1$/, '2');
    await ask('/runs/batch', { post: [tagged(ID, 'a'), tagged(other, 'b')] });
    expect((await ask('/runs/delete', {})).status).toBe(422);
    await ask('/runs/delete', { session_id: project(), metadata: { tenant: 'b' } });
    expect([(await ask(`/runs/${ID}`)).status, (await ask(`/runs/${other}`)).status]).toEqual([200, 404]);
  });
});

test('an exception in a route is a 500 in JSON, and the next request is answered', async () => {
  let broken = true;
  const store = createStore();
  const failing = Object.create(store, {
    find: {
      value: (...given: Parameters<typeof store.find>) => {
        if (broken) throw new Error('index out of step');
        return store.find(...given);
      },
    },
  }) as typeof store;
  const broke = createWorkspace(() => NOW, failing);
  app = createApp(broke, bulkOf(broke), { version: '0.17.0' });
  const v1 = await ask('/runs/query', { session: [ID] });
  expect([v1.status, v1.body]).toEqual([500, { detail: 'Internal server error: index out of step' }]);
  const v2 = await ask('/v2/runs/query', { project_ids: [ID] });
  expect([v2.status, v2.type]).toEqual([500, 'application/problem+json']);
  broken = false;
  expect((await ask('/runs/query', { session: [ID] })).status).toBe(200);
});

test('an import over HTTP says what came of it', async () => {
  const line = JSON.stringify({ id: 'a', name: 'n', start_time: '2026-01-01T00:00:00' });
  const { status, body } = await ask(
    '/api/v1/runlens/import?name=jan.jsonl&shift=days',
    `${line}\nhalf a li`,
  );
  expect(status).toBe(200);
  expect(body).toEqual({
    runs: 1,
    feedback: 0,
    projects: 1,
    attachments: 0,
    skipped: [{ line: 2, reason: 'it is not JSON, or it is cut off' }],
    skipped_count: 1,
  });
  expect((await ask('/runlens/import?shift=weeks', line)).status).toBe(422);
  expect((await ask('/runlens/import', undefined, { method: 'POST' })).status).toBe(400);
  const broken = await ask('/runlens/import?name=b.gz', undefined, {
    method: 'POST',
    body: new Uint8Array([0x1f, 0x8b, 8, 0, 1]),
  });
  expect([broken.status, broken.body]).toMatchObject([
    400,
    { detail: expect.stringContaining('b.gz') as string },
  ]);
});
