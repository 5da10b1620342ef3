/** The TypeScript snippets, run with the official SDK against the engine over HTTP: the same rows as the Api. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApi } from '../api/create-api.ts';
import type { Api, RunQuery } from '../contract/api.ts';
import { serveEngine, type EngineWithClient } from '../tools/engine-server/engine-with-client.ts';
import { generateRuns } from '../testing/generate-runs.ts';
import { defaultRunsScreen } from '../url/defaults.ts';
import type { RunsScreen } from '../url/screens.ts';
import { windowAt } from '../url/window.ts';
import { copyAs } from './copy-as.ts';
import { questionOf } from './question.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const FOLDER = join(process.cwd(), 'node_modules/.cache/runlens-snippets');
const NOW = Date.now();
const PROJECTS = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2'];

let server: EngineWithClient;
let apis: Readonly<Record<'v1' | 'v2', Api>>;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  server = await serveEngine({ now: () => NOW });
  const lines = PROJECTS.flatMap((projectId, index) =>
    [...generateRuns({ runs: 150, newest: NOW - 3_600_000 - index * 1000, projectId, seed: index })].map(
      (line) =>
        // Ids count per call, so the second project gets ones of its own.
        JSON.stringify(line).replaceAll('01a10000-0000-7000', `01a10000-000${index}-7000`),
    ),
  );
  await server.engine.load(new TextEncoder().encode(lines.join('\n')), { name: 'runs.jsonl' });
  const api = (generation: 'v1' | 'v2') =>
    createApi({
      connectionId: generation,
      baseUrl: server.url,
      fetch: (request) => fetch(request),
      generation,
    });
  apis = { v1: api('v1'), v2: api('v2') };
});
afterAll(async () => {
  await server.stop();
  rmSync(FOLDER, { recursive: true });
});

type Changes = Partial<Omit<RunsScreen, 'kind'>>;
const WEEK = windowAt({ kind: 'relative', seconds: 7 * 86_400 }, NOW).from!;

const QUESTIONS: readonly Changes[] = [
  { window: { kind: 'all' } },
  { window: { kind: 'absolute', from: WEEK, to: NOW - 3 * 86_400_000 } },
  { window: { kind: 'all' }, projects: PROJECTS.map((id) => ({ id })), args: { runType: 'llm' } },
  { window: { kind: 'all' }, filter: 'and(eq(metadata_key, "region"), eq(metadata_value, "eu"))' },
  { window: { kind: 'all' }, filter: 'search("don\'t \\"find\\" \\\\ this")' },
  {
    window: { kind: 'all' },
    traceFilter: 'has(tags, "beta")',
    treeFilter: 'eq(name, "plan")',
    args: { isRoot: false },
  },
  { window: { kind: 'all' }, view: 'traces', args: { order: 'asc' } },
  { window: { kind: 'all' }, args: { error: true } },
  { window: { kind: 'all' }, args: { limit: 7 } },
  { window: { kind: 'all' }, args: { limit: 120, select: ['name', 'tags'] } },
  { window: { kind: 'all' }, args: { parentRunId: '01a10000-0000-7000-8000-000000001000' } },
  { window: { kind: 'all' }, args: { traceId: '01a10000-0000-7000-8000-000000002000' } },
];

async function idsOfApi(screen: RunsScreen, generation: 'v1' | 'v2'): Promise<readonly string[]> {
  const {
    projects,
    choice: _,
    limit,
    select: __,
    ...asked
  } = questionOf(screen, { window: windowAt(screen.window, NOW) });
  const query: RunQuery = { ...asked, projectIds: projects.map(({ id }) => id) };
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await apis[generation].queryRuns(
      query,
      { pageSize: 100, ...(cursor ? { cursor } : {}) },
      { previews: false, metadata: false },
    );
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor;
    if (!cursor || (limit && ids.length >= limit)) return ids.slice(0, limit);
  }
}

/** What the program prints first on each line. */
async function run(text: string, name: string): Promise<readonly string[]> {
  const file = join(FOLDER, `${name}.mjs`);
  writeFileSync(file, text);
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((id: string) => void printed.push(id));
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.stubEnv('LANGSMITH_API_KEY', 'any-key');
  try {
    await import(/* @vite-ignore */ file);
  } finally {
    vi.unstubAllEnvs();
    log.mockRestore();
  }
  return printed;
}

test.each([
  ['typescript-old', 'v1'],
  ['typescript-new', 'v2'],
] as const)('%s finds what the Api finds on %s', async (kind, generation) => {
  let rows = 0;
  expect(server.engine.runCount).toBe(300);
  for (const [index, changes] of QUESTIONS.entries()) {
    const screen: RunsScreen = {
      ...defaultRunsScreen(),
      view: 'runs',
      projects: [{ id: PROJECTS[0]! }],
      ...changes,
    };
    const { text } = copyAs(kind, screen, { window: windowAt(screen.window, NOW), apiUrl: server.url });
    const wanted = await idsOfApi(screen, generation);
    rows += wanted.length;
    expect(await run(text, `${kind}-${index}`), text).toEqual(wanted);
  }
  expect(rows).toBeGreaterThan(400);
});
