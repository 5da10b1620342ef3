import { POLICY } from '../src/tools/content-security-policy.ts';
import { expect, test } from './support/fixtures.ts';
import { filterBox, rowNames } from './support/run-table.ts';

test('any static host will do, also under a sub-path', async ({ page, staticHost }) => {
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  await page.goto(staticHost.url);
  expect((await rowNames(page)).length).toBeGreaterThan(0);
  await expect(filterBox(page, 'Trace filter')).toBeVisible();
  await page.getByRole('gridcell').getByRole('link').first().click();
  await expect(page.getByRole('tree', { name: 'Runs of this trace' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('tree', { name: 'Runs of this trace' })).toBeVisible();
  expect(missing).toEqual([]);
});

test('the page brings its own policy, and nothing of it is broken', async ({ page }) => {
  await page.goto('./');
  await rowNames(page);
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policy).toHaveAttribute('content', POLICY);
  expect(POLICY).not.toContain('unsafe-eval');
});
