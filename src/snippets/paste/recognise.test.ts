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

const PLACEHOLDER = 'project_name is only a placeholder (<your_project>); choose a real one.';

const found = (text: string) => recognise(text, NOW);

/** Code examples of the documents, in short form; `<your_project>` is theirs. */
test.each<[string, object, readonly string[]]>([
  ['project_runs = client.list_runs(project_name="<your_project>")', {}, [PLACEHOLDER]],
  [
    `todays_llm_runs = client.list_runs(
    project_name="<your_project>",
    start_time=datetime.now() - timedelta(days=1),
    run_type="llm",
)`,
    { window: { kind: 'relative', seconds: DAY }, args: { runType: 'llm' } },
    [PLACEHOLDER],
  ],
  [
    'client.list_runs(\nproject_name="my-project",\nis_root=True\n)',
    { projects: [{ name: 'my-project' }], args: { isRoot: true } },
    [],
  ],
  [
    'client.list_runs(project_name="p", is_root=1)',
    { projects: [{ name: 'p' }], args: { isRoot: true } },
    [],
  ],
  [
    'correct_runs = client.list_runs(project_name="<your_project>", error=False)',
    { args: { error: false } },
    [PLACEHOLDER],
  ],
  [
    `run_ids = ['${RUN}','${OTHER}']\nselected_runs = client.list_runs(id=run_ids)`,
    { args: { runIds: [RUN, OTHER] } },
    [],
  ],
  [
    `group_key = "<your_thread_id>"
filter_string = f'and(in(metadata_key, ["session_id","conversation_id","thread_id"]), eq(metadata_value, "{group_key}"))'
thread_runs = client.list_runs(
    project_name="<your_project>",
    filter=filter_string,
    is_root=True
)`,
    {
      filter:
        'and(in(metadata_key, ["session_id","conversation_id","thread_id"]), eq(metadata_value, "<your_thread_id>"))',
      args: { isRoot: true },
    },
    [PLACEHOLDER, 'The filter holds the placeholder <your_thread_id>; put a real value in.'],
  ],
  [
    `client.list_runs(
    project_name="<your_project>",
    filter='eq(name, "RetrieveDocs")',
    trace_filter='and(eq(feedback_key, "user_score"), eq(feedback_score, 1))',
    tree_filter='eq(name, "ExpandQuery")'
)`,
    {
      filter: 'eq(name, "RetrieveDocs")',
      traceFilter: 'and(eq(feedback_key, "user_score"), eq(feedback_score, 1))',
      treeFilter: 'eq(name, "ExpandQuery")',
    },
    [PLACEHOLDER],
  ],
  [
    `to_search = {
"user_id": ""
}

# Check for any run with the "user_id" metadata key
client.list_runs(
project_name="default",
filter="eq(metadata_key, 'user_id')"
)`,
    { projects: [{ name: 'default' }], filter: "eq(metadata_key, 'user_id')" },
    [],
  ],
  [
    `project_name = "my-project"
num_days = 30

# List all tool runs
tool_runs = client.list_runs(
    project_name=project_name,
    start_time=datetime.now() - timedelta(days=num_days),
    run_type="tool",
    # We don't need to fetch inputs, outputs, and other values that # may increase the query time
    select=["trace_id", "name", "run_type"],
)
with ThreadPoolExecutor(max_workers=2) as executor:
    futures.append(
        executor.submit(
            client.list_runs,
            project_name=project_name,
            run_ids=this_batch,
            select=["name", "inputs", "outputs", "run_type"],
        )
    )`,
    {
      projects: [{ name: 'my-project' }],
      window: { kind: 'relative', seconds: 30 * DAY },
      args: { runType: 'tool', select: ['trace_id', 'name', 'run_type'] },
    },
    ['There are 2 queries in this text; this is the first. Paste the others one by one.'],
  ],
  [
    `project_name = "your-project-name"
num_days = 1
retriever_runs = client.list_runs(
project_name=project_name,
start_time=datetime.now() - timedelta(days=num_days),
run_type="retriever",
select=["trace_id", "name", "run_type", "inputs", "outputs"],
trace_filter='eq(feedback_key, "user_score")',
)`,
    {
      window: { kind: 'relative', seconds: DAY },
      traceFilter: 'eq(feedback_key, "user_score")',
      args: { runType: 'retriever', select: ['trace_id', 'name', 'run_type', 'inputs', 'outputs'] },
    },
    ['project_name is only a placeholder (your-project-name); choose a real one.'],
  ],
  [
    'python: input_output_runs = client.list_runs(\n\nproject_name=”<your_project>”, select=[β€œinputs”, β€œoutputs”]\n\n)',
    { args: { select: ['inputs', 'outputs'] } },
    ['Curly quotes were read as straight ones.', PLACEHOLDER],
  ],
  [
    'client.list_runs(\nproject_name=”<your_project>”, filter=’and(eq(run_type, β€œchain”), gt(latency, 10), gt(total_tokens, 5000))’,\n)',
    { filter: 'and(eq(run_type, "chain"), gt(latency, 10), gt(total_tokens, 5000))' },
    ['Curly quotes were read as straight ones.', PLACEHOLDER],
  ],
])('%s', (text, patch, notes) => {
  expect(found(text)).toEqual({
    kind: 'python',
    confidence: 'sure',
    patch: { view: 'runs', window: { kind: 'all' }, ...patch },
    notes,
    secretsFound: false,
  });
});

test('a single run of the documents', () => {
  expect(found(`run_id = "${RUN}"\nrun = client.read_run(run_id)\nprint(run.inputs)`)).toMatchObject({
    kind: 'python',
    patch: { open: { kind: 'run', runId: RUN } },
    notes: [],
  });
});

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

test.each<[string, string, object, readonly string[]]>([
  [
    'typescript',
    `const runs: Run[] = [];
for await (const run of client.listRuns({
  projectName: "my-project",
  startTime: new Date(Date.now() - 24 * 60 * 60 * 1000), // last 24 h
  runType: "llm",
  error: false,
  filter: \`eq(name, "\${name}")\`,
  limit: 20,
})) { runs.push(run); }`,
    {
      projects: [{ name: 'my-project' }],
      window: { kind: 'relative', seconds: DAY },
      filter: 'eq(name, "<name>")',
      args: { runType: 'llm', error: false, limit: 20 },
    },
    ['The value of name is not in the text; it stands as <name> in the filter.'],
  ],
  [
    'typescript',
    `const page = await client.runs.query({ project_ids: ["${PROJECT}"], run_type: "LLM", has_error: true, selects: ["ID", "PROJECT_ID", "METADATA"], page_size: 50 });`,
    {
      projects: [{ id: PROJECT }],
      window: { kind: 'relative', seconds: DAY },
      args: { runType: 'llm', error: true, select: ['session_id', 'extra'] },
    },
    [
      'page_size is the size of a page; Runlens loads further pages by itself.',
      'Without a start, v2 of the API looks at the last 24 hours; so does the window here.',
    ],
  ],
  [
    'python',
    `client = Client(api_url="https://eu.api.smith.langchain.com")
async for run in client.runs.query(project_ids=["${PROJECT}"], min_start_time=datetime(2026, 11, 1, tzinfo=timezone.utc), max_start_time="2026-11-02T00:00:00Z", **rest):
    pass`,
    {
      projects: [{ id: PROJECT }],
      window: { kind: 'absolute', from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 10, 2) },
      deployment: { url: 'https://eu.api.smith.langchain.com' },
    },
    ['“what is spread in” is not known here and is left out.'],
  ],
  [
    'python',
    `client.list_runs(project_name=name, start_time=since, filter=('and(eq(run_type, "llm"), '
        'gt(latency, 5))'), limit=limit, order="asc", parent_run_id='${RUN}')`,
    {
      window: undefined,
      filter: 'and(eq(run_type, "llm"), gt(latency, 5))',
      args: { order: 'asc', parentRunId: RUN },
    },
    [
      'project_name depends on the program (name) and is left out.',
      'limit depends on the program (limit) and is left out.',
      'the start of the window depends on the program (since) and is left out.',
    ],
  ],
  [
    'python',
    'client.list_runs(project_name=["a", "b"], filter=f"""gt(start_time, "{(datetime.now() - timedelta(hours=2)).isoformat()}")""")',
    {
      projects: [{ name: 'a' }, { name: 'b' }],
      window: { kind: 'all' },
      filter: 'gt(start_time, "2026-11-21T10:00:00Z")',
    },
    [],
  ],
])('%s code: %s', (kind, text, patch, notes) => {
  const { window, ...rest } = patch as { window?: object };
  expect(found(text)).toEqual({
    kind,
    confidence: 'sure',
    patch: { view: 'runs', ...(window ? { window } : {}), ...rest },
    notes,
    secretsFound: false,
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
    confidence: 'sure',
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

const SECRET = 'lsv2_pt_0123456789abcdef0123456789abcdef_0123456789';
test.each([
  [
    `curl https://api.smith.langchain.com/api/v1/runs/query -H 'x-api-key: ${SECRET}' -d '{"session":["${PROJECT}"]}'`,
  ],
  [
    `client = Client(api_key="${SECRET}")\nclient.list_runs(project_name="p", filter='eq(name, "${SECRET}")')`,
  ],
  [`new Client({ apiKey: '${SECRET}', apiUrl: "https://h.example" }); client.listRuns({ projectName: "p" })`],
  [
    `curl -H "Authorization: Bearer ${SECRET.replace('lsv2_pt_', 'eyJ')}" https://h.example/api/v1/runs/query -d '{"limit": 3}'`,
  ],
  [`{"session": ["${PROJECT}"], "api_key": "${SECRET}"}`],
  [`LANGSMITH_API_KEY=${SECRET} langsmith run list --project p`],
  [`https://smith.langchain.com/o/${TENANT}/projects/p/${PROJECT}?api_key=${SECRET}`],
  [`search("${SECRET}")`],
  [`curl https://me:${SECRET}@h.example/api/v1/runs/query -d '{"limit": 3}'`],
])('no secret comes through: %s', (text) => {
  const result = found(text);
  expect(result?.secretsFound).toBe(true);
  expect(JSON.stringify(result)).not.toContain('0123456789abcdef');
  expect(result!.notes[0]).toContain('dropped');
});

test.each([
  'x-api-key: $LANGSMITH_API_KEY',
  'X-API-Key: YOUR_API_KEY',
  'X-API-Key: <key>',
  'api_key=os.environ["LANGSMITH_API_KEY"]',
  'apiKey: process.env.LANGSMITH_API_KEY',
  'api_key=LANGSMITH_API_KEY',
])('%s is no secret', (text) => {
  expect(
    found(`curl https://h.example/runs/query -d '{"limit":1}' -H "${text.replaceAll('"', '')}"`)
      ?.secretsFound,
  ).toBe(false);
});

const PIECES = [
  'client.list_runs(',
  'runs.query({',
  'curl ',
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
