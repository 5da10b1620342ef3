/**
 * The room plan of src/, run with every test. One line per room: the rooms it may import and the
 * packages it may use. An arrow that is not here does not exist; adding one is a decision to be made
 * in this table and explained in src/README.md.
 *
 * The folders of features/ are rooms of their own and never see each other. A path with /internal/
 * in it is private to its room. tools/ holds programs that run in Node; nobody imports it.
 */
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

const nothing = /$^/;
const anything = /./;
const pure = ['lib', 'contract', 'filter', 'model', 'extract', 'url', 'snippets'];

const plan: Record<string, { rooms: string[]; packages: RegExp }> = {
  lib: { rooms: [], packages: nothing },
  contract: { rooms: ['lib'], packages: /^zod(\/|$)/ },
  filter: { rooms: ['lib'], packages: nothing },
  model: { rooms: ['lib', 'contract'], packages: nothing },
  extract: {
    rooms: ['lib', 'contract', 'model'],
    packages: /^(hyparquet-writer|@noble\/hashes|@hpcc-js\/wasm-zstd)(\/|$)/,
  },
  url: { rooms: ['lib', 'contract'], packages: /^zod(\/|$)/ },
  snippets: { rooms: ['lib', 'contract', 'filter', 'extract', 'url'], packages: nothing },
  api: { rooms: ['lib', 'contract'], packages: /^@tanstack\/react-query$/ },
  engine: {
    rooms: ['lib', 'contract', 'filter', 'model', 'extract'],
    packages: /^(hono|fzstd|fflate|zod|aws4fetch|hyparquet|hyparquet-writer)(\/|$)/,
  },
  ui: {
    rooms: ['lib'],
    packages:
      /^(react(-dom)?(\/|$)|react-aria-components|@tanstack\/react-(virtual|table)|lucide-react|react-markdown|remark-gfm|@fontsource|d3-scale)/,
  },
  editor: { rooms: ['lib', 'filter', 'ui'], packages: /^(react(\/|$)|monaco-editor)/ },
  parts: {
    rooms: [...pure, 'api', 'ui', 'editor'],
    packages: /^(react(-dom)?(\/|$)|zustand|@tanstack\/react-query$|lucide-react)/,
  },
  features: {
    rooms: [...pure, 'api', 'ui', 'editor', 'parts'],
    packages: /^(react(-dom)?(\/|$)|react-router|zustand|@tanstack\/|lucide-react)/,
  },
  app: { rooms: [...pure, 'api', 'engine', 'ui', 'editor', 'parts', 'features'], packages: anything },
  tools: { rooms: [...pure, 'api', 'engine', 'testing'], packages: anything },
  testing: { rooms: [...pure, 'api', 'engine'], packages: anything },
};

const sources = import.meta.glob<string>(['./*/**/*.{ts,tsx}', '!./**/*.test.{ts,tsx}', '!./**/*.bench.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const roomOf = (path: string) =>
  path
    .split('/')
    .slice(1, path.startsWith('./features/') ? 3 : 2)
    .join('/');

/** Static, type-only, dynamic and re-export arrows alike, and workers named by URL. */
function importsOf(path: string, code: string): string[] {
  const { module } = parseSync(path, code);
  const workers = [...code.matchAll(/new URL\(\s*['"](\.[^'"]+\.tsx?)['"],\s*import\.meta\.url/g)].map(
    (m) => m[1]!,
  );
  return [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.dynamicImports.map((entry) =>
      code.slice(entry.moduleRequest.start + 1, entry.moduleRequest.end - 1),
    ),
    ...module.staticExports.flatMap((entry) =>
      entry.entries.flatMap((name) => name.moduleRequest?.value ?? []),
    ),
    ...workers,
  ];
}

function objection(path: string, specifier: string): string | undefined {
  const from = roomOf(path);
  const rule = plan[from.split('/')[0]!];
  if (!rule) return `${path} is in no known room`;
  if (!specifier.startsWith('.')) {
    return rule.packages.test(specifier)
      ? undefined
      : `${path} -> ${specifier}: ${from} may not use this package`;
  }
  const target = `.${new URL(specifier, `file:///${path.slice(2)}`).pathname}`;
  const to = roomOf(target);
  if (to === from) return undefined;
  if (target.includes('/internal/')) return `${path} -> ${specifier}: private to ${to}`;
  return rule.rooms.includes(to.split('/')[0]!)
    ? undefined
    : `${path} -> ${specifier}: ${from} may not import ${to}`;
}

test('every import follows the plan', () => {
  const objections = Object.entries(sources).flatMap(([path, code]) =>
    importsOf(path, code).flatMap((specifier) => objection(path, specifier) ?? []),
  );
  expect(objections).toEqual([]);
});

test('no file only collects the exports of others', () => {
  const barrels = Object.keys(sources).filter((path) => /\/index\.tsx?$/.test(path));
  expect(barrels).toEqual([]);
});

test.each([
  ['./filter/parse.ts', 'react', 'may not use'],
  ['./model/rows.ts', '@tanstack/react-table', 'may not use'],
  ['./ui/table.tsx', 'react-router', 'may not use'],
  ['./features/runs/list.tsx', '../trace/tree.tsx', 'may not import features/trace'],
  ['./features/runs/list.tsx', '../../engine/connect.ts', 'may not import engine'],
  ['./ui/table.tsx', '../api/client.ts', 'may not import api'],
  ['./parts/pick/x.tsx', '../../features/runs/list.tsx', 'may not import features'],
  ['./app/backend.ts', '../engine/internal/store.ts', 'private to engine'],
  ['./api/client.ts', '../tools/start.ts', 'may not import tools'],
  ['./somewhere/else.ts', './x.ts', 'in no known room'],
])('the plan refuses %s -> %s', (path, specifier, reason) => {
  expect(objection(path, specifier)).toContain(reason);
});

test('the plan sees every kind of arrow', () => {
  const code = `
    import type { A } from './a.ts';
    export { b } from './b.ts';
    const c = await import('./c.ts');
    new Worker(new URL('./d.ts', import.meta.url));
  `;
  expect(importsOf('./app/x.ts', code)).toEqual(['./a.ts', './c.ts', './b.ts', './d.ts']);
  expect(Object.keys(sources).length).toBeGreaterThan(5);
});
