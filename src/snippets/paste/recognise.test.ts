import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../filter/parse.ts';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { printLink } from '../../url/link.ts';
import { recognise } from './recognise.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const DAY = 86_400;
const PROJECT = '2c596da1-02c2-52cf-bb02-6a7f3d66cb7e';
const RUN = 'a36092d2-4ad5-4fb4-9c0d-0dba9a2ed836';
const OTHER = '9398e6be-964f-4aa4-8ae9-ad78cd4b7074';
const TENANT = '11111111-1111-4111-8111-111111111111';

const found = (text: string) => recognise(text, NOW);

test.each<[string, object]>([
  ['eq(latency, 1)', {}],
  ['\'eq(status, "error")\'', { filter: 'eq(status, "error")' }],
  ['and(\n  eq(status, "error"),\n  gt(latency, 5)\n)', {}],
])('a bare filter: %s', (text, patch) => {
  expect(found(text)).toMatchObject({
    kind: 'filter',
    confidence: 'sure',
    patch: { filter: text, ...patch },
    notes: [],
  });
});

test.each<[string, object, readonly string[]]>([
  [
    `curl --request POST \\
  --url 'https://api.smith.langchain.com/api/v1/runs/query' \\
  --header 'Content-Type: application/json' \\
  --header "X-API-Key: $LANGSMITH_API_KEY" \\
  --header 'X-Tenant-Id: ${TENANT}' \\
  --data '{"session": ["${PROJECT}"], "filter": "eq(name, \\"it'\\''s\\")", "start_time": null, "is_root": true, "cursor": "x"}'`,
    {
      projects: [{ id: PROJECT }],
      window: { kind: 'all' },
      filter: 'eq(name, "it\'s")',
      args: { isRoot: true },
      deployment: { url: 'https://api.smith.langchain.com', workspaceId: TENANT },
    },
    ['cursor is left out: Runlens pages by itself.'],
  ],
  [
    `$ curl -sS -XPOST https://host.example/langsmith/api/v2/runs/query -H 'content-type: application/json' -d "{\\"project_ids\\":[\\"${PROJECT}\\"],\\"min_start_time\\":\\"2026-11-01T00:00:00Z\\",\\"colour\\":1}" | jq .`,
    {
      projects: [{ id: PROJECT }],
      window: { kind: 'absolute', from: Date.UTC(2026, 10, 1) },
      deployment: { url: 'https://host.example/langsmith' },
    },
    ['What follows the command is left out.', '“colour” is not known here and is left out.'],
  ],
  [
    'curl https://api.smith.langchain.com/runs/query --data @body.json',
    { deployment: { url: 'https://api.smith.langchain.com' } },
    ['The body is in body.json, which is not part of the text.', 'The request has no body that can be read.'],
  ],
])('%s', (text, patch, notes) => {
  expect(found(text)).toEqual({
    kind: 'curl',
    confidence: text.includes('@body') ? 'maybe' : 'sure',
    patch: { view: 'runs', ...patch },
    notes,
    secretsFound: false,
  });
});

test('a request for one run opens it', () => {
  expect(
    found(
      `curl 'https://api.smith.langchain.com/api/v2/runs/${RUN}?project_id=${PROJECT}' -H 'x-api-key: $KEY'`,
    ),
  ).toMatchObject({
    kind: 'curl',
    patch: { open: { kind: 'run', runId: RUN, projectId: PROJECT } },
    secretsFound: false,
  });
});

test('a request for something else than runs says so', () => {
  const result = found(
    "curl --request GET --url 'https://api.smith.langchain.com/api/v1/bulk-exports' --header 'X-API-Key: YOUR_API_KEY'",
  );
  expect(result).toMatchObject({
    confidence: 'maybe',
    patch: { deployment: { url: 'https://api.smith.langchain.com' } },
  });
  expect(result!.notes.join()).toContain('/api/v1/bulk-exports');
});

const model = encodeURIComponent(
  '{"filter":"and(eq(is_root, true), eq(status, \\"error\\"))","searchFilter":"x"}',
);

test.each<[string, object, readonly string[]]>([
  [
    `https://smith.langchain.com/o/${TENANT}/projects/p/${PROJECT}?searchModel=${model}&timeModel=${encodeURIComponent('{"duration":"7d"}')}&columnVisibilityModel=x`,
    {
      projects: [{ id: PROJECT }],
      view: 'runs',
      filter: 'and(eq(is_root, true), eq(status, "error"))',
      window: { kind: 'relative', seconds: 7 * DAY },
      deployment: { url: 'https://api.smith.langchain.com', workspaceId: TENANT },
    },
    [
      '“search_filter” is not known here and is left out.',
      '“columnVisibilityModel” in the address is not known here and is left out.',
    ],
  ],
  [
    `https://eu.smith.langchain.com/o/${TENANT}/projects/p/${PROJECT}/r/${RUN}?trace_id=${OTHER}&start_time=2026-01-01`,
    {
      projects: [{ id: PROJECT }],
      open: { kind: 'run', runId: RUN, traceId: OTHER, projectId: PROJECT },
      deployment: { url: 'https://eu.api.smith.langchain.com', workspaceId: TENANT },
    },
    [],
  ],
  [
    `https://langsmith.example.com/o/${TENANT}/projects/p/${PROJECT}?peek=${RUN}`,
    {
      projects: [{ id: PROJECT }],
      open: { kind: 'run', runId: RUN, projectId: PROJECT },
      deployment: { url: 'https://langsmith.example.com', workspaceId: TENANT },
    },
    [],
  ],
  [
    `https://langsmith.example.com/r/${RUN}`,
    { open: { kind: 'run', runId: RUN }, deployment: { url: 'https://langsmith.example.com' } },
    [],
  ],
  [
    `langsmith.example.com/base/api/v1/runs/${RUN}?session_id=${PROJECT}&colour=x`,
    {
      projects: [{ id: PROJECT }],
      open: { kind: 'run', runId: RUN, projectId: PROJECT },
      deployment: { url: 'https://langsmith.example.com/base' },
    },
    ['“colour” in the address is not known here and is left out.'],
  ],
  [
    `https://eu.api.smith.langchain.com/runs/${RUN}`,
    { open: { kind: 'run', runId: RUN }, deployment: { url: 'https://eu.api.smith.langchain.com' } },
    [],
  ],
  [
    `https://smith.langchain.com/public/${OTHER}/r`,
    { open: { kind: 'shared', token: OTHER }, deployment: { url: 'https://api.smith.langchain.com' } },
    ['This is a shared trace: everybody who has the link can read it.'],
  ],
])('%s', (text, patch, notes) => {
  expect(found(text)).toEqual({
    kind: 'langsmith-link',
    confidence: 'sure',
    patch,
    notes,
    secretsFound: false,
  });
});

test('a filter of the search bar inside a link is translated', () => {
  const link = `https://smith.langchain.com/o/${TENANT}/projects/p/${PROJECT}?searchModel=${encodeURIComponent('{"filter":"status:error AND latency:>5"}')}`;
  expect(found(link)).toMatchObject({ patch: { filter: 'and(eq(status, "error"), gt(latency, 5))' } });
  expect(found(link)!.notes.join()).toContain('translated');
});

test('links of Runlens', () => {
  const screen = { ...defaultRunsScreen(), filter: 'eq(name, "a b")', args: { isRoot: true } };
  const { kind: _, deployment: __, ...patch } = screen;
  expect(found(`https://example.com/runlens/${printLink(screen)}`)).toMatchObject({
    kind: 'runlens-link',
    patch,
    notes: [],
  });
  expect(found('#/999/runs')).toMatchObject({
    kind: 'runlens-link',
    patch: {},
    notes: [expect.stringContaining('newer')],
  });
});

test.each<[string, object]>([
  [
    `{"session": ["${PROJECT}"], "trace_filter": "eq(status, \\"error\\")", "limit": 5}`,
    {
      projects: [{ id: PROJECT }],
      traceFilter: 'eq(status, "error")',
      args: { limit: 5 },
      window: { kind: 'all' },
    },
  ],
  [
    `{ projectName: 'p', isRoot: true, startTime: new Date('2026-01-01') }`,
    {
      projects: [{ name: 'p' }],
      args: { isRoot: true },
      window: { kind: 'absolute', from: Date.UTC(2026, 0, 1) },
    },
  ],
  [
    `{'project_ids': ['${PROJECT}'], 'has_error': False, 'min_start_time': '2026-01-01T00:00:00Z'}`,
    {
      projects: [{ id: PROJECT }],
      args: { error: false },
      window: { kind: 'absolute', from: Date.UTC(2026, 0, 1) },
    },
  ],
])('a body: %s', (text, patch) => {
  expect(found(text)).toMatchObject({ kind: 'json', patch, notes: [] });
});

test.each<[string, string, string]>([
  ['status:error latency:>5', 'likely', 'and(eq(status, "error"), gt(latency, 5))'],
  ['refund policy', 'maybe', 'and(search("refund"), search("policy"))'],
  ['metadata.env:prod', 'likely', 'and(eq(metadata_key, "env"), eq(metadata_value, "prod"))'],
])('the search bar: %s', (text, confidence, filter) => {
  expect(found(text)).toMatchObject({ kind: 'bar', confidence, patch: { filter } });
});

test('ids', () => {
  expect(found(` ${RUN.toUpperCase()} `)).toMatchObject({
    kind: 'id',
    patch: { open: { kind: 'run', runId: RUN } },
  });
});

test.each([
  '',
  '  \n ',
  'Dear all,\nplease find attached the minutes of our meeting on Tuesday.',
  'x'.repeat(300_000),
  '<html><body>no</body></html>',
  'function add(a, b) {\n  return a + b;\n}',
])('%j is none of these', (text) => {
  expect(found(text)).toBeUndefined();
});

const PIECES = [
  'client.list_runs(',
  'runs.query({',
  'curl ',
  '^\n',
  '<<EOF\n',
  '\n```\n',
  'fetch("/runs/query", ',
  'smith.langchain.com',
  'searchModel={"filter":"',
  '%257B',
  'x["y"] = ',
  'https://',
  '/projects/p/',
  PROJECT,
  '"',
  "'",
  '`',
  '${',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ',',
  ':',
  '=',
  '\\',
  '\n',
  'f"',
  '"""',
  'filter=',
  'eq(',
  '%',
  '-d ',
  '#/1/',
  '...',
  '**',
  'datetime.now() - timedelta(days=',
  '1',
  ' ',
  'x',
];

test('no text throws or hangs', () => {
  const texts = fc.sample(
    fc.oneof(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    ),
    { numRuns: 4000, seed: 20261121 },
  );
  for (const text of texts) {
    const result = found(text);
    for (const filter of [result?.patch.filter, result?.patch.treeFilter]) if (filter) parse(filter);
  }
  for (const piece of [...PIECES, 'f"{', 'a=', 'client.list_runs(x=[', "curl -d '", 'x = x + '])
    found(piece.repeat(4000));
  expect(texts.length).toBe(4000);
});
