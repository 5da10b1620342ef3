import { readFileSync } from 'node:fs';
import { beforeAll, expect, test, vi } from 'vitest';
import { createApi } from '../api/create-api.ts';
import type { Api } from '../contract/api.ts';
import { createEngine } from '../engine/create-engine.ts';
import { SEED_FILTERS } from '../filter/cases/seed-filters.ts';
import { check } from '../filter/check.ts';
import { parse } from '../filter/parse.ts';
import { print } from '../filter/print.ts';
import { defaultRunsScreen } from '../url/defaults.ts';
import type { RunsScreen } from '../url/screens.ts';
import { windowAt } from '../url/window.ts';
import { COPY_KINDS, copyAs } from './copy-as.ts';
import { questionOf } from './question.ts';
import { RECIPES, findRecipe } from './recipes.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const NOW = Date.UTC(2026, 10, 20);
let apis: readonly Api[];
let projectId: string;

beforeAll(async () => {
  const engine = createEngine({ now: () => NOW });
  const sample = readFileSync(new URL('../../public/sample/workspace.jsonl.gz', import.meta.url));
  await engine.load(sample, { name: 'sample' });
  apis = (['v1', 'v2'] as const).map((generation) =>
    createApi({ connectionId: generation, baseUrl: 'http://engine', fetch: engine.fetch, generation }),
  );
  const projects = await apis[0]!.listProjects({ includeStats: false, offset: 0, limit: 100 });
  projectId = projects.find(({ name }) => name === 'docs-rag-staging')!.id;
});

type Patch = (typeof RECIPES)[number]['patch'];

/** No recipe names a project, a deployment or a run to open. */
const screenOf = (patch: Patch): RunsScreen => ({
  ...defaultRunsScreen(),
  ...(patch as Partial<RunsScreen>),
  projects: [{ id: projectId }],
});

const normal = (filter: string) => print(parse(filter).tree!);

test('recipes have ids of their own and are found by them', () => {
  expect(new Set(RECIPES.map(({ id }) => id)).size).toBe(RECIPES.length);
  for (const recipe of RECIPES) expect(findRecipe(recipe.id)).toBe(recipe);
  expect(RECIPES.length).toBeGreaterThanOrEqual(35);
});

test('every filter of the documents is in a recipe', () => {
  const used = new Set(
    RECIPES.flatMap(({ patch }) =>
      [patch.filter, patch.traceFilter, patch.treeFilter].flatMap((text) => (text ? [normal(text)] : [])),
    ),
  );
  expect(SEED_FILTERS.filter((filter) => !used.has(normal(filter)))).toEqual([]);
});

test.each(RECIPES.map((recipe) => [recipe.id, recipe] as const))(
  '%s is right, answered by both APIs, and copied by all',
  async (_, { patch, examples }) => {
    const screen = screenOf(patch);
    for (const filter of [screen.filter, screen.traceFilter, screen.treeFilter].filter(
      (text) => text !== '',
    )) {
      const { tree, problems } = parse(filter);
      expect(problems).toEqual([]);
      expect(check(tree).filter(({ severity }) => severity !== 'info')).toEqual([]);
    }
    for (const example of examples) expect(JSON.stringify(patch)).toContain(example);
    const window = windowAt(screen.window, NOW);
    const { projects, choice: __, limit: ___, select: ____, ...question } = questionOf(screen, { window });
    const query = { ...question, projectIds: projects.map(({ id }) => id) };
    const pages = await Promise.all(
      apis.map((api) => api.queryRuns(query, { pageSize: 100 }, { previews: false, metadata: false })),
    );
    expect(pages[0]!.rows.map(({ id }) => id)).toEqual(pages[1]!.rows.map(({ id }) => id));
    for (const { kind } of COPY_KINDS)
      expect(copyAs(kind, screen, { window, apiUrl: 'https://h.example' }).text).not.toBe('');
  },
);

test('recipes find runs where the sample has their words', async () => {
  const found = async (id: string) => {
    const screen = screenOf(findRecipe(id)!.patch);
    const { projects, choice: _, limit: __, select: ___, ...question } = questionOf(screen, { window: {} });
    const page = await apis[0]!.queryRuns(
      { ...question, projectIds: projects.map((each) => each.id) },
      { pageSize: 100 },
      { previews: false, metadata: false },
    );
    return page.rows.length;
  };
  for (const id of [
    'all-runs',
    'root-runs',
    'root-runs-by-order',
    'without-errors',
    'started-after',
    'lacks-key',
  ]) {
    expect(await found(id), id).toBeGreaterThan(0);
  }
});
