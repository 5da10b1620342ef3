import { projectAddress } from './support/addresses.ts';
import { expect, test } from './support/fixtures.ts';
import { rowNames, rows } from './support/run-table.ts';
import { runsOfProject } from './support/sample.ts';

test('the end is reached page by page, and the count is honest all the way', async ({ page }) => {
  const total = runsOfProject('docs-rag-staging').length;
  await page.goto(projectAddress('docs-rag-staging', { view: 'runs' }));
  await rowNames(page);
  const count = page.getByRole('status').filter({ hasText: /loaded/ });
  await expect(count.filter({ hasText: 'there are more' })).toHaveCount(1);
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', '-1');
  await page.getByRole('gridcell').getByRole('link').first().focus();
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+End');
    await expect(grid).toHaveAttribute('aria-rowcount', String(total + 1), { timeout: 300 });
  }).toPass();
  await expect(count.filter({ hasText: `All ${total} runs loaded` })).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+End');
  await expect(rows(page).locator(`xpath=self::*[@aria-rowindex="${total + 1}"]`)).toBeVisible();
  expect(await rows(page).count()).toBeLessThan(150);
});

test('columns are chosen, and the link brings them along', async ({ page, browser, baseURL }) => {
  await page.goto(projectAddress('newsroom'));
  await rowNames(page);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Thread' }).press('Space');
  await expect(page).toHaveURL(/columns=.*thread_id/);
  await page.getByRole('checkbox', { name: 'Tags' }).press('Space');
  await expect(page).not.toHaveURL(/columns=.*tags/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: /Thread/ })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /Tags/ })).toHaveCount(0);
  await expect(page).toHaveURL(/columns=.*thread_id/);

  const fresh = await browser.newContext({ baseURL });
  const other = await fresh.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('columnheader', { name: /Thread/ })).toBeVisible();
  await fresh.close();
});

test('the keyboard resizes and moves a column', async ({ page }) => {
  await page.goto(projectAddress('newsroom'));
  await rowNames(page);
  const header = page.getByRole('columnheader', { name: /Latency/ });
  const before = (await header.boundingBox())!;
  await page.getByRole('button', { name: 'Latency column' }).focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await header.boundingBox())!.width).toBeGreaterThan(before.width + 10);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(async () => (await header.boundingBox())!.x).toBeLessThan(before.x);
  await expect(page).toHaveURL(/columns=/);
  const width = (await header.boundingBox())!.width;
  await page.reload();
  await rowNames(page);
  expect((await header.boundingBox())!.width).toBeCloseTo(width, 0);
});

test('a column is hidden from its menu, and the focus goes to its neighbour', async ({ page }) => {
  await page.goto(projectAddress('newsroom'));
  await rowNames(page);
  const hide = async (title: string, next: string) => {
    await page.getByRole('button', { name: `${title} column` }).press('Enter');
    await page.getByRole('menuitem', { name: 'Hide column' }).press('Enter');
    await expect(page.getByRole('columnheader', { name: new RegExp(`^${title}`) })).toHaveCount(0);
    await expect(page.getByRole('button', { name: `${next} column` })).toBeFocused();
  };
  await hide('Latency', 'Tokens');
  await hide('Tags', 'Feedback');
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).first().getByRole('gridcell').last().getByRole('link')).toBeFocused();
});

test('the keyboard walks the cells and opens a row', async ({ page }) => {
  await page.goto(projectAddress('newsroom'));
  await rowNames(page);
  await page.getByRole('gridcell').getByRole('link').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[aria-rowindex="4"] :focus')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tree', { name: 'Runs of this trace' })).toBeVisible();
});

test('another project and another window are a press away', async ({ page }) => {
  await page.goto('./');
  await rowNames(page);
  await page.getByRole('button', { name: /^Project/ }).click();
  await page.getByRole('searchbox', { name: 'Search projects' }).fill('shop-back');
  await page
    .getByRole('button', { name: /^shop-backend\b(?!-)/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Time window/ }).click();
  await page.getByRole('button', { name: 'All time' }).click();
  await expect(page).toHaveURL(/window=all/);
  expect(await rowNames(page)).toHaveLength(16);
});
