/** Writing filters: by keyboard alone, in two languages, with repairs, words and the server's opinion. */
import type { Page } from 'playwright/test';
import { projectAddress } from './support/addresses.ts';
import { connect } from './support/connecting.ts';
import { expect, test } from './support/fixtures.ts';
import { filterBox, grid, rowNames, rows, writeFilter } from './support/run-table.ts';
import { isRoot, runsOfProject } from './support/sample.ts';

const PROJECT = 'failure-drills';
const all = runsOfProject(PROJECT);
const editor = (page: Page) => page.locator('.monaco-editor').first();

/** Presses Tab until the focus is where it should be, as a person without a mouse does. */
async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('60 presses of Tab did not lead there.');
}

const focusedName = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  );

test('from nothing to a filter of three scopes, without a mouse', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await expect(editor(page)).toBeVisible();
  await tabTo(page, async () => (await focusedName(page)).startsWith('Run filter'));
  await page.keyboard.type('eq', { delay: 60 });
  await expect(page.getByRole('option', { name: /^eq/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('run_t', { delay: 60 });
  await expect(page.getByRole('option', { name: /^run_type/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('too', { delay: 60 });
  await expect(page.getByRole('option', { name: /tool/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page).toHaveURL(/filter=eq%28run_type,%20%22tool%22%29/);

  for (const [title, text] of [
    ['Root run', 'eq(status, "error")'],
    ['Any run', 'eq(run_type, "llm")'],
  ] as const) {
    await tabTo(page, async () => (await focusedName(page)).startsWith(`${title} filter`));
    await page.keyboard.press('Enter');
    await expect(filterBox(page, `${title} filter`)).toBeFocused();
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  }
  await expect(page).toHaveURL(/trace_filter=.*tree_filter=/);
  const byTrace = (isOne: (run: (typeof all)[number]) => boolean) =>
    new Set(all.filter(isOne).map((run) => run.trace_id));
  const failed = byTrace((run) => isRoot(run) && run.status === 'error');
  const withLlm = byTrace((run) => run.run_type === 'llm');
  const expected = all.filter(
    (run) => run.run_type === 'tool' && failed.has(run.trace_id) && withLlm.has(run.trace_id),
  );
  await expect(grid(page).or(page.getByText('No runs in this project')).first()).toBeVisible();
  await expect(rows(page)).toHaveCount(expected.length);
});

test('values come from the connection, and say so', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await expect(editor(page)).toBeVisible();
  await filterBox(page, 'Run filter').focus();
  await page.keyboard.type('eq(name, "', { delay: 40 });
  const name = all.find((run) => !isRoot(run))!.name;
  // On a slow machine they come after the list, and then show it anew: no key is needed.
  const option = page.getByRole('option', { name: new RegExp(`${name}.*this project`) });
  await expect(option.first()).toBeVisible({ timeout: 15_000 });
});

test('values that a server takes its time for come into the open list', async ({ page, engine }) => {
  await page.route('**/runs/stats', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await route.fallback();
  });
  await connect(page, { ...engine, isRemembered: true });
  const deployment = { kind: 'server', url: engine.url } as const;
  await page.goto(projectAddress(PROJECT, { view: 'runs', deployment }));
  await rowNames(page);
  await expect(editor(page)).toBeVisible();
  await filterBox(page, 'Run filter').focus();
  await page.keyboard.type('eq(name, "', { delay: 40 });
  const name = all.find((run) => !isRoot(run))!.name;
  const option = page.getByRole('option', { name: new RegExp(`${name}.*this project`) });
  await expect(option.first()).toBeVisible({ timeout: 15_000 });
});

test('a signature, a repair and a new name are a key away', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await expect(editor(page)).toBeVisible();
  await writeFilter(page, 'Run filter', 'or(eq(nmae, "a"), eq(name, "a"))');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  for (let step = 0; step < 7; step++) await page.keyboard.press('ArrowRight');
  // The repairs are fetched with the first problem.
  await expect(page.getByRole('button', { name: 'Write name' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+.');
  await expect(page.getByRole('option', { name: /^Write name/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const text = editor(page).locator('.view-lines');
  await expect(text).toHaveText('or(eq(name, "a"), eq(name, "a"))');
  await page.keyboard.press('End');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F2');
  const rename = page.getByRole('textbox', { name: /^Rename input/ });
  await rename.fill('tool');
  await rename.press('Enter');
  await expect(text).toHaveText('or(eq(name, "tool"), eq(name, "tool"))');
  await writeFilter(page, 'Run filter', '');
  await page.keyboard.type('gt(', { delay: 40 });
  await expect(page.locator('.parameter-hints-widget.visible')).toContainText('gt(');
});

test('the search bar says the same filter, live, both ways, and names what cannot be asked', async ({
  page,
}) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs', filter: 'eq(run_type, "tool")' }));
  await rowNames(page);
  await expect(editor(page)).toBeVisible();
  await page.getByRole('radio', { name: 'Search bar' }).press('Space');
  const bar = filterBox(page, 'Run filter, search bar');
  await expect(bar).toBeVisible();
  await expect(editor(page).locator('.view-lines')).toHaveText('run_type:tool');
  await bar.focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' AND status:error', { delay: 10 });
  await expect(page.getByText('Asked as and(eq(run_type, "tool"), eq(status, "error"))')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page).toHaveURL(/filter=and/);
  const expected = all.filter((run) => run.run_type === 'tool' && run.status === 'error').length;
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(expected + 1));
  await page.getByRole('radio', { name: 'API' }).press('Space');
  await expect(editor(page).locator('.view-lines')).toHaveText(
    'and(eq(run_type, "tool"), eq(status, "error"))',
  );
});

test('feedback asked of every run is moved to the root with one press, and all of it is said in words', async ({
  page,
}) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await page.getByRole('button', { name: 'Say the filters in words' }).click();
  await expect(page.getByRole('note', { name: 'The filters in words' })).toHaveText('All runs.');
  await writeFilter(page, 'Run filter', 'eq(feedback_key, "user_score")');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Move it to the root run filter' }).click();
  await expect(filterBox(page, 'Root run filter')).toBeVisible();
  await expect(page.getByRole('note', { name: 'The filters in words' })).toHaveText(
    /^Runs whose root run .*user_score/,
  );
});

test('the server’s own check is told where it differs from ours', async ({ page, engine }) => {
  await page.route(/\/runs\/query\/validate$/, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          headers: { 'access-control-allow-origin': '*' },
          json: { valid: false, errors: [{ field: 'filter', message: 'name is not welcome today' }] },
        })
      : route.fallback(),
  );
  await connect(page, engine);
  await rowNames(page);
  await writeFilter(page, 'Trace filter', 'neq(name, "nobody")');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('The server’s own check refuses the argument filter: “name is not welcome today”.'),
  ).toBeVisible();
  expect((await rowNames(page)).length).toBeGreaterThan(0);
});
