import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { defaultRunsScreen } from '../url/defaults.ts';
import type { RunsScreen } from '../url/screens.ts';
import { windowAt } from '../url/window.ts';
import { COPY_KINDS, type CopyKind, copyAs } from './copy-as.ts';
import { recognise } from './paste/recognise.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const PROJECT = '2c596da1-02c2-52cf-bb02-6a7f3d66cb7e';
const OTHER = 'f83ea1e2-43a7-525e-908d-d8bd35a76662';
const WORKSPACE = '11111111-1111-4111-8111-111111111111';
const API = 'https://eu.api.smith.langchain.com';

type Changes = Partial<Omit<RunsScreen, 'kind'>>;

const screenWith = (changes: Changes = {}): RunsScreen => ({
  ...defaultRunsScreen(),
  view: 'runs',
  projects: [{ id: PROJECT, name: 'docs' }],
  ...changes,
});
const copy = (kind: CopyKind, changes: Changes = {}) => {
  const screen = screenWith(changes);
  return copyAs(kind, screen, { window: windowAt(screen.window, NOW), apiUrl: API, workspaceId: WORKSPACE });
};

const NASTY = `and(eq(name, "it's \\"x\\" \\\\ $HOME \`id\` ü 名前 😀"), has(tags, "a\\nb"), search("''' \\"\\"\\" %s {x} \${y}"))`;

const SCREENS: readonly Changes[] = [
  {},
  { filter: NASTY },
  {
    filter: "eq(metadata_key, 'user_id')",
    traceFilter: 'eq(status, "error")',
    treeFilter: 'eq(name, "ExpandQuery")',
  },
  { window: { kind: 'all' } },
  { window: { kind: 'absolute', from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 10, 2, 3, 4, 5) + 0.006 } },
  { window: { kind: 'relative', seconds: 5400 } },
  { projects: [{ id: PROJECT }, { id: OTHER }] },
  { args: { runType: 'llm', isRoot: false, error: true, limit: 20 } },
  {
    args: {
      error: false,
      traceId: OTHER,
      referenceExampleId: PROJECT,
      select: ['name', 'inputs', 'session_id'],
    },
  },
  { args: { order: 'asc', limit: 500 } },
  { args: { query: 'slow ones' } },
  { args: { parentRunId: OTHER } },
  { projects: [], window: { kind: 'all' }, args: { runIds: [PROJECT, OTHER] } },
];

/** What a language writes into the filter because it has no argument for it. */
const asFilter = (kind: CopyKind, { window, filter = '', args = {} }: Changes): string => {
  const parts = [filter].filter((part) => part !== '');
  if ((kind === 'python-new' || kind === 'typescript-new' || kind === 'curl-v2') && args.parentRunId) {
    parts.push(`eq(parent_run_id, "${args.parentRunId}")`);
  }
  if (kind === 'typescript-old' && window?.kind === 'absolute')
    parts.push('lt(start_time, "2026-11-02T03:04:05.000006Z")');
  return parts.length > 1 ? `and(${parts.join(', ')})` : (parts[0] ?? '');
};

const PAGED: readonly CopyKind[] = ['curl-v1', 'curl-v2'];
const NEW: readonly CopyKind[] = ['python-new', 'typescript-new', 'curl-v2'];

function expectedPatch(kind: CopyKind, changes: Changes) {
  const screen = screenWith(changes);
  const { parentRunId, limit, ...args } = screen.args;
  const window =
    PAGED.includes(kind) && screen.window.kind === 'relative'
      ? { kind: 'absolute', from: windowAt(screen.window, NOW).from }
      : kind === 'typescript-old' && screen.window.kind === 'absolute'
        ? { kind: 'absolute', from: screen.window.from }
        : screen.window;
  const isNew = NEW.includes(kind);
  const shownLimit =
    kind === 'curl-v2' ? undefined : kind === 'curl-v1' ? Math.min(limit ?? 100, 100) : limit;
  const filter = asFilter(kind, changes);
  return {
    view: 'runs',
    window,
    ...(screen.projects.length > 0 ? { projects: screen.projects.map(({ id }) => ({ id })) } : {}),
    ...(filter ? { filter } : {}),
    ...(screen.traceFilter ? { traceFilter: screen.traceFilter } : {}),
    ...(screen.treeFilter ? { treeFilter: screen.treeFilter } : {}),
    args: {
      ...args,
      ...(parentRunId && !isNew ? { parentRunId } : {}),
      ...(shownLimit ? { limit: shownLimit } : {}),
    },
  };
}

const READABLE: readonly CopyKind[] = [
  'python-new',
  'python-old',
  'typescript-new',
  'typescript-old',
  'curl-v2',
  'curl-v1',
];

test.each(READABLE)('what is copied as %s is read back as the same question', (kind) => {
  for (const changes of SCREENS) {
    if (changes.projects?.length === 0 && NEW.includes(kind)) continue;
    const { text } = copy(kind, changes);
    const back = recognise(text, NOW);
    const { args = {}, ...patch } = back?.patch ?? {};
    // Fields that nobody asked for are the usual ones of the snippet.
    const { select, ...others } = args;
    const named = changes.args?.select ? { ...others, select } : others;
    expect({ ...patch, args: named }, text).toEqual({
      ...expectedPatch(kind, changes),
      deployment: { url: API, workspaceId: WORKSPACE },
    });
    expect(back?.secretsFound, text).toBe(false);
  }
});

test.each(COPY_KINDS)(
  '$title holds no key and nothing of its notices is only in the comments',
  ({ kind }) => {
    for (const changes of SCREENS) {
      const { text, notices } = copy(kind, changes);
      expect(text).not.toMatch(/lsv2_|undefined|\[object/);
      for (const notice of notices) expect(text).toContain(notice.replace(/\s+/g, ' '));
    }
  },
);

test('what a command line or v2 cannot say is named', () => {
  const cli = copy('cli', {
    treeFilter: 'eq(name, "x")',
    args: { order: 'asc', query: 'slow', select: ['name'] },
  });
  expect(cli.notices.join()).toMatch(
    /tree filter eq\(name, "x"\).*question in words.*oldest first.*list of fields/s,
  );
  expect(copy('curl-v2', { args: { parentRunId: OTHER, query: 'slow' } }).notices.join()).toMatch(
    /parent run.*ai_query/s,
  );
  expect(copy('typescript-new', { args: { select: ['child_run_ids'] } }).notices.join()).toContain(
    'child_run_ids',
  );
  expect(copy('python-old', { args: { runIds: [OTHER], runType: 'llm' } }).notices.join()).toContain(
    'ignores every other condition',
  );
  expect(copy('sql-duckdb', { args: { query: 'slow' } }).notices.join()).toContain('question in words');
});

test('data that no program can reach says so', () => {
  const screen = screenWith();
  const copied = copyAs('python-new', screen, { window: windowAt(screen.window, NOW) });
  expect(copied.notices[0]).toContain('only in your browser');
  expect(copied.text).toContain('Client()');
});

test('a table of traces asks for roots', () => {
  expect(copy('python-old', { view: 'traces' }).text).toContain('is_root=True');
  expect(copy('cli', { view: 'traces' }).text).toContain(
    'langsmith --workspace 11111111-1111-4111-8111-111111111111 trace list --project docs',
  );
});

test('a command of the command line is read back', () => {
  const { text } = copy('cli', {
    filter: NASTY,
    args: { runType: 'llm', error: true, limit: 5, traceId: OTHER },
  });
  expect(recognise(text, NOW)).toMatchObject({
    kind: 'cli',
    patch: {
      view: 'runs',
      projects: [{ name: 'docs' }],
      window: { kind: 'relative', seconds: 7 * 86_400 },
      filter: NASTY,
      args: { runType: 'llm', error: true, limit: 5, traceId: OTHER },
      deployment: { url: API, workspaceId: WORKSPACE },
    },
    notes: [],
  });
});

test.each(['curl-v1', 'curl-v2', 'cli'] as const)(
  '%s: a real shell passes every word on unchanged',
  (kind) => {
    const { text } = copy(kind, { filter: NASTY });
    const show = `show() { for word in "$@"; do printf '%s\\036' "$word"; done; }; curl() { show "$@"; }; langsmith() { show "$@"; }\n`;
    const shell = spawnSync('sh', ['-c', show + text], {
      env: { LANGSMITH_API_KEY: 'key' },
      encoding: 'utf8',
    });
    const words = shell.stdout.split('\u001e');
    const data = words[words.findIndex((word) => word === '--data' || word === '--filter') + 1]!;
    expect(kind === 'cli' ? data : (JSON.parse(data) as { filter: string }).filter).toBe(NASTY);
  },
);

const PYTHON = ['python-old', 'python-new'] as const;
const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython)
  process.stderr.write('python3 is not on this machine: it does not read the Python snippets.\n');

test.skipIf(!hasPython)('Python reads the snippets, and finds the texts unchanged', () => {
  const sources = SCREENS.flatMap((changes) =>
    PYTHON.map((kind) => ({ changes, text: copy(kind, changes).text })),
  );
  const program = `
import ast, json, sys
found = []
for text in json.load(sys.stdin):
    words = {}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.keyword) and isinstance(node.value, ast.Constant):
            words[node.arg] = node.value.value
    found.append(words)
print(json.dumps(found))`;
  const { stdout, stderr } = spawnSync('python3', ['-c', program], {
    input: JSON.stringify(sources.map(({ text }) => text)),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const found = JSON.parse(stdout) as Record<string, unknown>[];
  const lost = sources.filter(
    ({ changes }, index) =>
      (changes.filter ?? found[index]!['filter']) !== found[index]!['filter'] ||
      changes.treeFilter !== found[index]!['tree_filter'],
  );
  expect(lost).toEqual([]);
});
