import { expect, test } from './support/fixtures.ts';
import { FAILED_REQUEST } from './support/page-guard.ts';
import { filterBox, rowNames, rows, writeFilter } from './support/run-table.ts';

/** By name of the chunk: it is made from src/editor/rich-filter-input.tsx. */
const MONACO = /rich-filter-input-.*\.js$/;

test('it opens on the sample workspace: rows, no key, no question', async ({ page }) => {
  await page.goto('./');
  expect((await rowNames(page)).length).toBeGreaterThan(3);
  await expect(page.getByRole('button', { name: /Connection: Sample workspace/ })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveTitle(/Runlens/);
});

test('rows are there and filtering works before Monaco has arrived', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let isAsked = false;
  await page.route(MONACO, async (route) => {
    isAsked = true;
    await held;
    await route.continue();
  });
  await page.goto('./#/1/runs?window=all');
  const before = await rowNames(page);
  await expect.poll(() => isAsked).toBe(true);
  await expect(page.locator('.monaco-editor')).toHaveCount(0);

  await writeFilter(page, 'Trace filter', 'eq(nmae, "x")');
  await expect(page.getByRole('alert').filter({ hasText: 'name' })).toBeVisible();
  await writeFilter(page, 'Trace filter', 'eq(name, "nothing is called this")');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No traces', { exact: true })).toBeVisible();
  await expect(page.locator('.monaco-editor')).toHaveCount(0);

  release();
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await expect(filterBox(page, 'Trace filter')).toBeVisible();
  await writeFilter(page, 'Trace filter', '');
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toBeVisible();
  expect(await rowNames(page)).toEqual(before);
});

test('when Monaco does not come at all, the plain filter stays, and says so', async ({ page, guard }) => {
  guard.expect(FAILED_REQUEST, /Failed to fetch dynamically imported module/);
  await page.route(MONACO, (route) => route.abort());
  await page.goto('./#/1/runs?window=all');
  await expect(page.getByText(/Completion could not be loaded/)).toBeVisible();
  await writeFilter(page, 'Trace filter', 'eq(status, "error")');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/filter=eq/);
});
