import { expect, test } from 'vitest';
import { SEED_FILTERS } from '../../filter/cases/seed-filters.ts';
import { recognise } from './recognise.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const DAY = 86_400;
const PROJECT = '2c596da1-02c2-52cf-bb02-6a7f3d66cb7e';
const RUN = 'a36092d2-4ad5-4fb4-9c0d-0dba9a2ed836';
const OTHER = '9398e6be-964f-4aa4-8ae9-ad78cd4b7074';
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

test.each(SEED_FILTERS)('%s, however it is quoted', (filter) => {
  const double = JSON.stringify(filter);
  const single = `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  const python = [double, single, `'''${filter}'''`, `r"""${filter}"""`].map((quoted) =>
    found(`filter_string = ${quoted}\nclient.list_runs(project_name="p", filter=filter_string)`),
  );
  const typescript = [double, single, `\`${filter}\``].map((quoted) =>
    found(`client.listRuns({ projectName: 'p', filter: ${quoted} })`),
  );
  for (const each of [...python, ...typescript]) expect(each).toMatchObject({ patch: { filter }, notes: [] });
});

test('a variable has the value it had before the query', () => {
  const text = `kind = "a"\nkind = "b"\nclient.list_runs(project_name=kind)\nkind = "c"`;
  expect(found(text)).toMatchObject({ patch: { projects: [{ name: 'b' }] } });
});
