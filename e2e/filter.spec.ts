import { projectAddress } from './support/addresses.ts';
import { expect, test } from './support/fixtures.ts';
import { cells, filterBox, rowNames, writeFilter } from './support/run-table.ts';
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
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await page.getByRole('button', { name: /^Root run filter/ }).click();
  await writeFilter(page, 'Root run filter', 'eq(status, "error")');
  await page.keyboard.press('Enter');
  const failed = new Set(
    all.filter((run) => isRoot(run) && run.status === 'error').map((run) => run.trace_id),
  );
  const expected = all.filter((run) => failed.has(run.trace_id));
  await expect(
    page.getByText(new RegExp(`All ${expected.length} runs loaded|${expected.length} runs`)).first(),
  ).toBeVisible();
  await expect(page).toHaveURL(/trace_filter=/);
});

test('the any-run filter asks whether some run of the trace matches', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'traces' }));
  await rowNames(page);
  await page.getByRole('button', { name: /^Any run filter/ }).click();
  await writeFilter(page, 'Any run filter', 'eq(run_type, "retriever")');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tree_filter=/);
  const roots = all.filter(
    (run) => isRoot(run) && runsOfTrace(run.trace_id).some((one) => one.run_type === 'retriever'),
  );
  expect(roots.length).toBeGreaterThan(0);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(roots.length + 1));
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
  expect(await rowNames(page)).toEqual(names);
  await expect(page.getByText('These rows belong to the filter applied last')).toBeVisible();
});

test('completion writes a filter by keyboard alone', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await filterBox(page, 'Run filter').focus();
  const suggestions = page.getByRole('listbox', { name: 'Suggest' });
  await page.keyboard.type('e');
  await expect(suggestions.getByRole('option', { name: /^eq/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('run_t');
  await expect(suggestions.getByRole('option', { name: /^run_type/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ll');
  await expect(suggestions.getByRole('option', { name: /llm/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
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
  await expect(page.locator('.monaco-editor .view-line')).toHaveCount(2);
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
  expect(await rowNames(page)).toHaveLength(2);
  await expect(page.getByText(/stopped at the limit/)).toBeVisible();
  await page.getByRole('button', { name: /Remove the limit/ }).click();
  await expect(
    page.getByText(new RegExp(`All ${runsOfTrace(run.trace_id).length} runs loaded`)),
  ).toBeVisible();
});
