/** Taking data out: what is in the file is what the server holds. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { parse } from 'csv-parse/sync';
import type { FullRun, JsonObject } from '../src/contract/run.ts';
import { DEFAULT_RUN_COLUMNS, RUN_COLUMNS, runColumns, runRow } from '../src/extract/run-columns.ts';
import { type DuckDb, openDuckDb } from '../src/testing/ask-duckdb.ts';
import { printLink } from '../src/url/link.ts';
import { traceAddress } from './support/addresses.ts';
import { connect } from './support/connecting.ts';
import {
  allRuns,
  apiOf,
  byId,
  choose,
  chooseFormat,
  everyRun,
  jsonLines,
  openForm,
  saved,
  serverOf,
  start,
  texts,
  withoutFileDialog,
} from './support/downloads.ts';
import { expect, test } from './support/fixtures.ts';
import { projectNamed, rootWhere, runsOfProject, runsOfTrace } from './support/sample.ts';

const RAG = 'docs-rag-staging';
const SUPPORT = 'support-assistant-prod';
const FIELDS = [...new Set(RUN_COLUMNS.flatMap(({ fields }) => fields))];
const everythingIn = (project: string) => ({ projectIds: [projectNamed(project).id], window: {} });
const csvRows = (path: string): Record<string, string>[] =>
  parse(readFileSync(path), { columns: true, bom: true, relax_column_count: false });
const ids = (rows: readonly object[], name = 'id') => texts(rows, name).toSorted();

let duckdb: DuckDb;
test.beforeAll(async () => {
  duckdb = await openDuckDb();
});
test.afterAll(() => duckdb.close());
test.beforeEach(({ page }) => withoutFileDialog(page));

test('runs as CSV and as JSON lines hold every run and every column', async ({ page, engine }) => {
  const held = await everyRun(apiOf(engine), everythingIn(RAG), FIELDS);
  expect(held).toHaveLength(runsOfProject(RAG).length);
  await connect(page, engine);
  await page.goto(allRuns(engine.url, RAG));
  await openForm(page);
  await expect(page.getByRole('region', { name: 'First rows' })).toContainText('trace_id');
  await expect(page.getByRole('region', { name: 'Plan' })).toContainText(/about \d+/);
  await page.getByText('As code').click();
  await expect(page.getByRole('region', { name: 'Code' })).toContainText('client.runs.query');
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await chooseFormat(page, 'JSON lines');
  await page.getByRole('checkbox', { name: /column for each key/ }).press('Space');
  const lines = await saved(page, () => start(page));
  const expected = held.map((full) => runRow(full, runColumns(DEFAULT_RUN_COLUMNS)));
  expect(byId(jsonLines(lines.data))).toEqual(byId(expected));
  expect(lines.manifest).toMatchObject({
    complete: true,
    rows: held.length,
    gaps: [],
    file: lines.data.name,
    sha256: createHash('sha256').update(readFileSync(lines.data.path)).digest('hex'),
  });

  await openForm(page);
  const table = await saved(page, () => start(page));
  const strict = csvRows(table.data.path);
  expect(ids(strict)).toEqual(ids(expected));
  const keys = new Set(held.flatMap(({ payload }) => Object.keys(payload.inputs ?? {})));
  expect(Object.keys(strict[0]!)).toEqual(expect.arrayContaining([...keys].map((key) => `inputs.${key}`)));
  const from = `read_csv('${table.data.path}', strict_mode=true, all_varchar=true)`;
  expect(await duckdb.ids(`select id from ${from} order by id`)).toEqual(ids(expected));
  const cells = await duckdb.ids(`select "outputs.output" from ${from} order by id`);
  expect(cells).toEqual(
    strict.toSorted((a, b) => a['id']!.localeCompare(b['id']!)).map((row) => row['outputs.output'] || 'null'),
  );

  await page.getByRole('link', { name: 'Downloads' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByText('Done', { exact: true })).toHaveCount(2);
  // The announcer of the widgets names what it just read out, which may be gone already.
  const list = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze();
  expect(list.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
});

const typed = (full: FullRun) => [
  full.run.id,
  full.run.name,
  full.run.status,
  Math.round(full.run.startTime * 1000),
  full.run.totalTokens ?? null,
  full.run.totalCost ?? null,
  [...full.run.tags],
  full.payload.inputs ?? null,
  full.payload.error ?? null,
];

test('runs as Parquet are typed; both codecs are read by DuckDB', async ({ page, engine }) => {
  const held = await everyRun(apiOf(engine), everythingIn(SUPPORT), FIELDS);
  const expected = held.map(typed).toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
  await connect(page, engine);
  await page.goto(allRuns(engine.url, SUPPORT));
  for (const codec of ['zstd', 'Snappy'] as const) {
    await openForm(page);
    await chooseFormat(page, 'Parquet');
    if (codec === 'Snappy') await choose(page, 'Compression', 'Snappy (read everywhere)');
    await page.getByRole('checkbox', { name: /column for each key/ }).press('Space');
    const { data, manifest } = await saved(page, () => start(page));
    expect(manifest).toMatchObject({ rows: held.length, codec: codec.toLowerCase() });
    const rows = await duckdb.ids(
      `select to_json([to_json(id), to_json(name), to_json(status), to_json(epoch_us(start_time)),
         to_json(total_tokens), to_json(total_cost), to_json(tags), inputs::json, to_json(error)])
       from read_parquet('${data.path}') order by id`,
    );
    expect(rows.map((row) => JSON.parse(row) as unknown)).toEqual(expected);
    const used = await duckdb.ids(`select distinct compression from parquet_metadata('${data.path}')`);
    expect(used).toEqual([codec.toUpperCase()]);
  }
});

/** LangSmith's two scripts by hand, over what the server holds. */
function scripts(held: readonly FullRun[]) {
  const byTrace = (type: string) => {
    const traces = new Map<string, FullRun[]>();
    for (const full of held.filter(({ run }) => run.runType === type))
      traces.set(full.run.traceId, [...(traces.get(full.run.traceId) ?? []), full]);
    return traces;
  };
  const rootOf = (id: string) => held.find(({ run }) => run.id === id)!;
  const tools = [...byTrace('tool')].map(([id, runs]) => {
    const { run, payload } = rootOf(id);
    return {
      run_id: id,
      run_name: run.name,
      run_type: run.runType,
      inputs: payload.inputs ?? null,
      outputs: payload.outputs ?? null,
      tools_involved: [...new Set(runs.map((tool) => tool.run.name))].toSorted(),
    };
  });
  const retrievers = [...byTrace('retriever')].map(([id, runs]) => {
    const { run, payload } = rootOf(id);
    const row: Record<string, unknown> = { run_id: id, run_name: run.name };
    for (const [key, value] of Object.entries(payload.inputs ?? {})) row[`inputs.${key}`] = value;
    for (const [key, value] of Object.entries(payload.outputs ?? {})) row[`outputs.${key}`] = value;
    for (const [key, { avg }] of Object.entries(run.feedback)) row[`feedback.${key}`] = avg ?? null;
    for (const call of runs) {
      for (const [key, value] of Object.entries(call.payload.inputs ?? {}))
        ((row[`retriever.inputs.${key}`] ??= []) as unknown[]).push(value);
      for (const [key, value] of Object.entries(call.payload.outputs ?? {}))
        ((row[`retriever.outputs.${key}`] ??= []) as unknown[]).push(
          ...(Array.isArray(value) ? value : [value]),
        );
    }
    return row;
  });
  return { tools, retrievers };
}

test('the two programs of LangSmith’s guide, conversations and feedback', async ({ page, engine }) => {
  const api = apiOf(engine);
  const held = await everyRun(api, everythingIn(SUPPORT), FIELDS);
  const { tools, retrievers } = scripts(held);
  expect(tools.length).toBeGreaterThan(10);
  expect(retrievers.some((row) => Object.keys(row).some((key) => key.startsWith('feedback.')))).toBe(true);
  await connect(page, engine);
  await page.goto(allRuns(engine.url, SUPPORT));

  await openForm(page);
  await choose(page, 'What', 'Traces with their tools');
  await chooseFormat(page, 'JSON lines');
  const traces = jsonLines((await saved(page, () => start(page))).data);
  const inOrder = traces.map((row) => ({
    ...row,
    tools_involved: (row['tools_involved'] as string[]).toSorted(),
  }));
  expect(byId(inOrder, 'run_id')).toEqual(byId(tools, 'run_id'));

  await openForm(page);
  await choose(page, 'What', 'Retriever inputs and outputs');
  await chooseFormat(page, 'JSON lines');
  const found = jsonLines((await saved(page, () => start(page))).data);
  expect(byId(found, 'run_id')).toEqual(byId(retrievers, 'run_id'));

  await openForm(page);
  await choose(page, 'What', 'Retriever inputs and outputs');
  await chooseFormat(page, 'Parquet');
  const parquet = await saved(page, () => start(page));
  const columns = new Set(retrievers.flatMap((row) => Object.keys(row)));
  const described = await duckdb.ids(
    `select column_name from (describe select * from read_parquet('${parquet.data.path}'))`,
  );
  expect(described.toSorted()).toEqual([...columns].toSorted());
  expect(await duckdb.ids(`select run_id from read_parquet('${parquet.data.path}') order by run_id`)).toEqual(
    ids(retrievers, 'run_id'),
  );

  await openForm(page);
  await choose(page, 'What', 'Conversations');
  const chats = jsonLines((await saved(page, () => start(page))).data);
  const roots = held.filter(({ run }) => run.isRoot);
  expect(chats.flatMap((chat) => chat['run_ids'] as string[]).toSorted()).toEqual(
    roots.map(({ run }) => run.id).toSorted(),
  );
  expect(chats).toHaveLength(new Set(roots.map(({ run }) => run.threadId ?? run.id)).size);
  for (const chat of chats) expect((chat['messages'] as JsonObject[])[0]).toHaveProperty('role');

  await openForm(page);
  await choose(page, 'What', 'Feedback');
  const feedback = await saved(page, () => start(page));
  const records = await api.listFeedback({ projectIds: [projectNamed(SUPPORT).id] });
  expect(records.length).toBeGreaterThan(5);
  const rows = csvRows(feedback.data.path);
  expect(rows.map((row) => [row['id'], row['key'], row['score']].join()).toSorted()).toEqual(
    records
      .map(({ id, key, score }) => [id, key, score === undefined ? '' : String(Number(score))].join())
      .toSorted(),
  );
});

test('one trace is taken out by the button above it', async ({ page, engine }) => {
  const root = rootWhere((run, size) => run.session_id === projectNamed(RAG).id && size > 5);
  await connect(page, engine);
  await page.goto(traceAddress(root, { deployment: { kind: 'server', url: engine.url } }));
  await page.getByRole('button', { name: 'Download this trace' }).click();
  const { data } = await saved(page, () => start(page));
  expect(ids(csvRows(data.path))).toEqual(
    runsOfTrace(root.trace_id)
      .map(({ id }) => id)
      .toSorted(),
  );
});

test('a list of threads is taken out as whole conversations', async ({ page, engine }) => {
  const api = apiOf(engine);
  const roots = (await everyRun(api, { ...everythingIn(SUPPORT), isRoot: true }, ['thread_id', 'extra'])).map(
    ({ run }) => run,
  );
  const filter = 'eq(feedback_key, "user_score")';
  const rated = await everyRun(api, { ...everythingIn(SUPPORT), isRoot: true, filter }, [
    'thread_id',
    'extra',
  ]);
  const threads = new Set(rated.map(({ run }) => run.threadId ?? run.id));
  const expected = roots.filter(({ threadId, id }) => threads.has(threadId ?? id));
  expect(expected.length).toBeGreaterThan(rated.length);
  await connect(page, engine);
  await page.goto(
    printLink({
      kind: 'threads',
      deployment: serverOf(engine.url),
      project: projectNamed(SUPPORT),
      window: { kind: 'all' },
      filter,
    }),
  );
  await openForm(page);
  await expect(page.getByRole('dialog')).toContainText('Each thread found is read whole');
  const { data, manifest } = await saved(page, () => start(page));
  const chats = jsonLines(data);
  expect(chats).toHaveLength(threads.size);
  expect(chats.flatMap((chat) => chat['run_ids'] as string[]).toSorted()).toEqual(
    expected.map(({ id }) => id).toSorted(),
  );
  expect(manifest).toMatchObject({ complete: true, gaps: [], rows: threads.size });
});
