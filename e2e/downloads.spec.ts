/** Taking data out: what is in the file is what the server holds. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { RUN_COLUMNS, DEFAULT_RUN_COLUMNS, runColumns, runRow } from '../src/extract/run-columns.ts';
import { connect } from './support/connecting.ts';
import {
  allRuns,
  apiOf,
  chooseFormat,
  everyRun,
  openForm,
  saved,
  start,
  withoutFileDialog,
} from './support/downloads.ts';
import { expect, test } from './support/fixtures.ts';
import { projectNamed, runsOfProject } from './support/sample.ts';

const PROJECT = 'docs-rag-staging';
const FIELDS = [...new Set(RUN_COLUMNS.flatMap(({ fields }) => fields))];

test.beforeEach(({ page }) => withoutFileDialog(page));

test('runs as CSV and as JSON lines hold every run and every column', async ({ page, engine }) => {
  const api = apiOf(engine);
  const query = { projectIds: [projectNamed(PROJECT).id], window: {} };
  const held = await everyRun(api, query, FIELDS);
  expect(held).toHaveLength(runsOfProject(PROJECT).length);
  await connect(page, engine);
  await page.goto(allRuns(engine.url, PROJECT));
  await openForm(page);
  await expect(page.getByRole('region', { name: 'First rows' })).toContainText('trace_id');
  await expect(page.getByRole('region', { name: 'Plan' })).toContainText(/about \d+/);
  await chooseFormat(page, 'JSON lines');
  await page.getByRole('checkbox', { name: /column for each key/ }).press('Space');
  const lines = await saved(page, () => start(page));
  const rows = lines.data
    .text()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const columns = runColumns(DEFAULT_RUN_COLUMNS);
  const byId = (list: readonly Record<string, unknown>[]) =>
    list.toSorted((a, b) => String(a['id']).localeCompare(String(b['id'])));
  expect(byId(rows)).toEqual(byId(held.map((full) => runRow(full, columns))));
  expect(lines.manifest).toMatchObject({
    complete: true,
    rows: held.length,
    gaps: [],
    file: lines.data.name,
    sha256: createHash('sha256').update(readFileSync(lines.data.path)).digest('hex'),
  });

  await openForm(page);
  const table = await saved(page, () => start(page));
  const parsed: Record<string, string>[] = parse(readFileSync(table.data.path), { columns: true, bom: true });
  expect(parsed.map(({ id }) => id).toSorted()).toEqual(held.map(({ run }) => run.id).toSorted());
  const keys = new Set(held.flatMap(({ payload }) => Object.keys(payload.inputs ?? {})));
  expect(Object.keys(parsed[0]!)).toEqual(expect.arrayContaining([...keys].map((key) => `inputs.${key}`)));
  await page.getByRole('link', { name: 'Downloads' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByText('Done')).toHaveCount(2);
});
