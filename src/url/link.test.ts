import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_WINDOW, defaultRunsScreen } from './defaults.ts';
import { parseLink, printLink } from './link.ts';
import type { Deployment, RunsScreen, Screen, WindowChoice } from './screens.ts';

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const word = text.filter((value) => value !== '');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const time = fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) });

/** Optional keys absent rather than undefined, as the parser leaves them. */
const compact = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;

const server = fc
  .record({
    kind: fc.constant('server' as const),
    url: fc.constantFrom('https://eu.api.smith.langchain.com', 'http://localhost:1984/sub/api/v1'),
    workspaceId: maybe(word),
  })
  .map(compact);
const deployment: fc.Arbitrary<Deployment> = fc.oneof(
  fc.constant({ kind: 'sample' as const }),
  fc.constant({ kind: 'files' as const }),
  server,
);

const window: fc.Arbitrary<WindowChoice> = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  fc.integer({ min: 1, max: 3e9 }).map((seconds) => ({ kind: 'relative' as const, seconds })),
  fc.record({ kind: fc.constant('absolute' as const), from: maybe(time), to: maybe(time) }).map(compact),
);

const args = fc
  .record({
    query: maybe(word),
    runType: maybe(word),
    traceId: maybe(word),
    parentRunId: maybe(word),
    referenceExampleId: maybe(word),
    runIds: maybe(fc.array(word, { minLength: 1 })),
    isRoot: maybe(fc.boolean()),
    error: maybe(fc.boolean()),
    order: maybe(fc.constantFrom('asc' as const, 'desc' as const)),
    limit: maybe(fc.integer({ min: 1, max: 1e6 })),
    select: maybe(fc.array(word, { minLength: 1 })),
  })
  .map(compact);

const zone = maybe(fc.constantFrom('Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires'));

const ref = fc.record({ id: word, name: maybe(fc.string({ unit: 'grapheme' })) }).map(compact);
const sort = maybe(
  fc.record({ column: word.filter((id) => !id.startsWith('-')), isDescending: fc.boolean() }),
);
const chart = fc
  .record({
    metric: fc.constantFrom('count' as const, 'latency' as const, 'tokens' as const, 'cost' as const),
    groupBy: maybe(word),
  })
  .map(compact);
const peek = fc
  .record({ traceId: word, projectId: maybe(word), rowId: maybe(word), runId: maybe(word), tab: maybe(word) })
  .map(compact);
const columns = maybe(fc.array(word, { minLength: 1 }));

const screen: fc.Arbitrary<Screen> = fc.oneof(
  fc.record({ kind: fc.constant('connections' as const), change: maybe(server) }).map(compact),
  fc
    .record({
      kind: fc.constant('trace' as const),
      deployment,
      traceId: word,
      projectId: maybe(word),
      runId: maybe(word),
      tab: maybe(word),
      timeZone: zone,
    })
    .map(compact),
  fc
    .record({
      kind: fc.constant('runs' as const),
      deployment,
      view: fc.constantFrom('traces' as const, 'runs' as const),
      projects: fc.array(ref),
      window,
      filter: fc.string({ unit: 'grapheme' }),
      traceFilter: fc.string(),
      treeFilter: fc.string(),
      args,
      columns,
      sort,
      chart: maybe(chart),
      peek: maybe(peek),
      timeZone: zone,
      saved: maybe(ref),
    })
    .map(compact),
  fc
    .record({
      kind: fc.constant('threads' as const),
      deployment,
      project: maybe(ref),
      window,
      filter: fc.string({ unit: 'grapheme' }),
      columns,
      sort,
      threadId: maybe(word),
      turn: maybe(word),
      timeZone: zone,
    })
    .map(compact),
);

test('parse ∘ print is the identity on every screen', () => {
  fc.assert(
    fc.property(screen, (value) => {
      expect(parseLink(printLink(value))).toEqual({ kind: 'ok', screen: value, problems: [] });
    }),
    { numRuns: 300 },
  );
});

test('no link holds a character at which chats cut addresses', () => {
  fc.assert(
    fc.property(screen, (value) => {
      expect(printLink(value)).toMatch(/^[#\w\-.~%/?&=,:]+$/);
    }),
  );
});

test('parsing never throws', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (path, query) => {
      expect(parseLink(`#/1/${path}?${query}`).kind).toMatch(/ok|unknown/);
      expect(parseLink(path).kind).toMatch(/ok|unknown|newer/);
    }),
  );
});

const runs = (change: Partial<RunsScreen>): RunsScreen => ({ ...defaultRunsScreen(), ...change });

test.each<[string, Screen, string]>([
  ['defaults are not written', runs({}), '#/1/runs'],
  [
    'names are LangSmith’s',
    runs({
      view: 'runs',
      projects: [{ id: 'p1', name: 'my project' }],
      window: { kind: 'relative', seconds: 7200 },
      filter: 'eq(name, "x")',
      traceFilter: 'a',
      treeFilter: 'b',
      args: { runIds: ['1', '2'], isRoot: true, error: false, order: 'asc', limit: 5 },
      columns: ['name', 'metadata.a,b'],
    }),
    '#/1/runs?project=p1~my%20project&view=runs&window=2h&filter=eq%28name,%20%22x%22%29&trace_filter=a' +
      '&tree_filter=b&is_root=true&error=false&run_ids=1,2&order=asc&limit=5&columns=name,metadata.a%252Cb',
  ],
  [
    'an absolute window',
    runs({ window: { kind: 'absolute', from: Date.UTC(2026, 9, 5) } }),
    '#/1/runs?window=2026-10-05T00:00:00Z..',
  ],
  [
    'a trace of a server',
    {
      kind: 'trace',
      deployment: { kind: 'server', url: 'https://h.example/x', workspaceId: 'w' },
      traceId: 't',
      runId: 'r',
    },
    '#/1/trace/t?deployment=https://h.example/x&workspace=w&run=r',
  ],
])('%s', (_, value, link) => {
  expect(printLink(value)).toBe(link);
});

test.each<[string, string, Partial<RunsScreen>, RegExp]>([
  [
    'a bad window falls alone',
    'window=soon&filter=x',
    { window: DEFAULT_WINDOW, filter: 'x' },
    /time window.*soon/,
  ],
  ['a bad view falls alone', 'view=list', { view: 'traces' }, /view.*left out/],
  ['a bad flag falls alone', 'is_root=perhaps&limit=3', { args: { limit: 3 } }, /root-only switch/],
  ['a zone that does not exist falls alone', 'tz=Middle/Earth&limit=3', { args: { limit: 3 } }, /time zone/],
  ['a bad limit falls alone', 'limit=-1', { args: {} }, /limit/],
  ['an unknown parameter is named', 'colour=red', {}, /“colour” is not known/],
  ['a repeated parameter is said', 'filter=a&filter=b', { filter: 'a' }, /2 times/],
  [
    'a damaged escape falls alone',
    'filter=%E0%A4%A&view=runs',
    { view: 'runs', filter: '' },
    /filter.*damaged/,
  ],
])('%s', (_, query, expected, problem) => {
  const parsed = parseLink(`#/1/runs?${query}`);
  expect(parsed).toMatchObject({ kind: 'ok', screen: expected });
  expect(parsed.kind === 'ok' && parsed.problems.join(' ')).toMatch(problem);
});

test.each(['api_key=lsv2_pt_secret', 'X-API-Key=lsv2_pt_secret', 'token=lsv2_pt_secret'])(
  'a secret in a link is neither taken nor repeated: %s',
  (query) => {
    const parsed = parseLink(`#/1/runs?${query}`);
    expect(parsed).toMatchObject({ kind: 'ok', problems: [expect.stringContaining('never takes secrets')] });
    expect(JSON.stringify(parsed)).not.toContain('lsv2_pt_secret');
  },
);

test.each<[string, string, RegExp]>([
  ['credentials in the address', '#/1/runs?deployment=https://u:hunter2@h.example', /password/],
  ['another scheme', '#/1/runs?deployment=javascript:alert(1)', /http/],
  ['no address', '#/1/runs?deployment=somewhere', /http/],
  ['no such screen', '#/1/cellar', /cellar/],
  ['no version', '#/runs', /does not begin/],
  ['version zero', '#/0/runs', /does not begin/],
  ['a trace without an id', '#/1/trace', /no screen/],
])('refuses %s', (_, link, reason) => {
  const parsed = parseLink(link);
  expect(parsed.kind).toBe('unknown');
  expect(JSON.stringify(parsed)).toMatch(reason);
  expect(JSON.stringify(parsed)).not.toContain('hunter2');
});

test('a newer link says so', () => {
  expect(parseLink('#/7/runs?filter=x')).toEqual({ kind: 'newer', version: 7 });
});

test('an empty address is the sample', () => {
  for (const hash of ['', '#', '#/', '/'])
    expect(parseLink(hash)).toEqual({ kind: 'ok', screen: defaultRunsScreen(), problems: [] });
});

test('a server address in a printed link has lost query, fragment and credentials', () => {
  const url = 'https://user:hunter2@h.example/api/v1?key=hunter2#hunter2';
  const link = printLink({ ...defaultRunsScreen(), deployment: { kind: 'server', url } });
  expect(link).toBe('#/1/runs?deployment=https://h.example/api/v1');
});

test('an empty list of columns is no table without columns, but the default one', () => {
  const link = parseLink('#/1/runs?columns=');
  expect(link.kind === 'ok' && link.screen).not.toHaveProperty('columns');
});
