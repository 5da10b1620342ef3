import { projectAddress } from './support/addresses.ts';
import { expect, test } from './support/fixtures.ts';
import { cells, filterBox, rowNames, rows, writeFilter } from './support/run-table.ts';
import { isRoot, runsOfProject, runsOfTrace } from './support/sample.ts';

const PROJECT = 'failure-drills';
const all = runsOfProject(PROJECT);

test('the filter looks at each run', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await writeFilter(page, 'Run filter', 'and(eq(run_type, "tool"), eq(status, "error"))');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/filter=and/);
  const expected = all.filter((run) => run.run_type === 'tool' && run.status === 'error');
  expect(expected.length).toBeGreaterThan(0);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(expected.length + 1));
});

test('the root-run filter looks at the root of each run’s trace', async ({ page }) => {
  const name = all.find((run) => isRoot(run) && run.status === 'error')!.name;
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await page.getByRole('button', { name: /^Root run filter/ }).click();
  await writeFilter(page, 'Root run filter', `and(eq(status, "error"), eq(name, "${name}"))`);
  await page.keyboard.press('Enter');
  const roots = all.filter((run) => isRoot(run) && run.status === 'error' && run.name === name);
  const traces = new Set(roots.map((run) => run.trace_id));
  const expected = all.filter((run) => traces.has(run.trace_id)).length;
  expect(expected).toBeGreaterThan(roots.length);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(expected + 1));
  await expect(page).toHaveURL(/trace_filter=/);
});

test('the any-run filter asks whether some run of the trace matches', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'traces' }));
  await rowNames(page);
  await page.getByRole('button', { name: /^Any run filter/ }).click();
  await writeFilter(page, 'Any run filter', 'eq(run_type, "tool")');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tree_filter=/);
  const roots = all.filter(isRoot);
  const expected = roots.filter((root) => runsOfTrace(root.trace_id).some((run) => run.run_type === 'tool'));
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(roots.length);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(expected.length + 1));
});

test('a wrong filter is underlined, explained, and not sent', async ({ page }) => {
  await page.goto(projectAddress(PROJECT));
  const names = await rowNames(page);
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await writeFilter(page, 'Trace filter', 'eq(nmae, "x")');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'name' })).toBeVisible();
  await expect(page.locator('.squiggly-error').first()).toBeVisible();
  await expect(page).not.toHaveURL(/filter=/);
  // The message takes the place of a row or two at the end.
  expect((await rowNames(page)).slice(0, 5)).toEqual(names.slice(0, 5));
  await expect(page.getByText('These rows belong to the filter applied last')).toBeVisible();
});

test('completion writes a filter by keyboard alone', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await filterBox(page, 'Run filter').focus();
  const text = page.locator('.monaco-editor .view-lines').first();
  const choose = async (typed: string, option: RegExp, result: string) => {
    // At the pace of quick fingers; Monaco drops a list that is asked for and outdated within a frame.
    await page.keyboard.type(typed, { delay: 60 });
    await expect(page.getByRole('option', { name: option }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(text).toHaveText(result);
    await expect(page.getByRole('option', { name: option })).toHaveCount(0);
  };
  await choose('e', /^eq/, 'eq(, )');
  await choose('run_t', /^run_type/, 'eq(run_type, )');
  await page.keyboard.press('Tab');
  await choose('ll', /llm/, 'eq(run_type, "llm")');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page).toHaveURL(/filter=eq%28run_type,%20%22llm%22%29/);
  await rowNames(page);
  expect(new Set(await cells(page, 2).allInnerTexts())).toEqual(new Set(['llm']));
});

test('Tab leaves the editor, Shift+Enter begins a line, Escape lets go', async ({ page }) => {
  await page.goto(projectAddress(PROJECT));
  await rowNames(page);
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  const box = filterBox(page, 'Trace filter');
  await writeFilter(page, 'Trace filter', 'and(');
  await page.keyboard.press('Escape');
  await box.focus();
  await page.keyboard.press('Shift+Enter');
  await expect(page.locator('.monaco-editor .view-line')).not.toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(box).not.toBeFocused();
});

test('no rows say why, and offer a way out', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { filter: 'eq(name, "nobody")' }));
  await expect(page.getByText(/No traces in this project at any time match the filters/)).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  expect((await rowNames(page)).length).toBeGreaterThan(0);
});

test('every argument of list_runs is reachable, shown as a chip, and taken away again', async ({ page }) => {
  const run = all.find((one) => !isRoot(one))!;
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await page.getByRole('button', { name: 'Arguments' }).click();
  await page.getByRole('textbox', { name: 'Trace id' }).fill(run.trace_id);
  await page.getByRole('textbox', { name: 'Limit' }).fill('2');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/trace_id=/);
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByText(/stopped at the limit/)).toBeVisible();
  await page.getByRole('button', { name: /Remove the limit/ }).click();
  await expect(
    page.getByText(new RegExp(`All ${runsOfTrace(run.trace_id).length} runs loaded`)),
  ).toBeVisible();
});

test('a quick fix repairs the filter, and the repaired one runs', async ({ page }) => {
  await page.goto(projectAddress('newsroom', { view: 'runs' }));
  await rowNames(page);
  await writeFilter(page, 'Run filter', 'gt(latency, "2m")');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Write 120' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/filter=gt%28latency,%20120%29/);
});
