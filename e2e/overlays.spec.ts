import { projectAddress } from './support/addresses.ts';
import { expect, test } from './support/fixtures.ts';
import { FAILED_REQUEST } from './support/page-guard.ts';
import { rowNames } from './support/run-table.ts';

test('a menu opens by key and by mouse, and gives the focus back', async ({ page }) => {
  await page.goto('./');
  await rowNames(page);
  const button = page.getByRole('button', { name: /^Theme/ });
  await button.press('ArrowUp');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('menuitem').last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(button).toBeFocused();

  await button.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(button).toBeFocused();

  // Held down, moved and let go, as menus of the platform take it.
  await button.hover();
  await page.mouse.down();
  await page.getByRole('menuitem', { name: /^Light/ }).hover();
  await page.mouse.up();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('a select is chosen from by key and by mouse, and closes on the same choice', async ({ page }) => {
  await page.goto('./#/1/runs?window=all');
  await rowNames(page);
  const select = page.getByRole('button', { name: /Status$/ });
  await expect(select).toHaveAccessibleName('Any status Status');
  await select.press('ArrowRight');
  await expect(select).toHaveAccessibleName('With an error Status');
  await expect(page).toHaveURL(/error=true/);
  await select.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'With an error' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('option', { name: 'With an error' }).click();
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(page).toHaveURL(/error=true/);
  await select.click();
  await page.getByRole('option', { name: /^Without/ }).click();
  await expect(page).toHaveURL(/error=false/);
  await expect(select).toBeFocused();
});

test('from the header of the table an arrow leads to its rows, Enter to the menu of a column', async ({
  page,
}) => {
  await page.goto(projectAddress('newsroom'));
  await rowNames(page);
  const header = page.getByRole('button', { name: 'Latency column' });
  await header.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[aria-rowindex="2"] :focus, [aria-rowindex="2"]:focus')).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  await expect(header).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Hide column' }).press('Enter');
  await expect(page.getByRole('columnheader', { name: /Latency/ })).toHaveCount(0);
});

test('a menu whose code does not come says so, and the next press tries again', async ({ page, guard }) => {
  guard.expect(FAILED_REQUEST);
  await page.route(/menu-panel-.*\.js$/, (route) => route.abort(), { times: 1 });
  await page.goto('./#/1/connections');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await expect(page.getByText(/could not be opened/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Theme/ })).toHaveAttribute('aria-expanded', 'false');
});
