import type { Page } from 'playwright/test';
import { packLink } from '../src/url/packed-link.ts';
import { projectAddress, traceAddress } from './support/addresses.ts';
import { expect, test } from './support/fixtures.ts';
import { grid, rowNames } from './support/run-table.ts';
import { rootWhere } from './support/sample.ts';

const openShare = async (page: Page) => {
  await page.getByRole('button', { name: 'Share this view' }).click();
  return page.getByRole('dialog', { name: 'Share this view' });
};

const clausesOf = (count: number) =>
  `or(${Array.from({ length: count }, (_, index) => `eq(name, "step ${index}")`).join(', ')}, eq(status, "error"))`;

test('a shared link says what it holds, and shows identical rows and columns in a clean profile', async ({
  page,
  browser,
  baseURL,
}) => {
  const columns = ['name', 'error', 'latency', 'total_tokens'];
  await page.goto(
    projectAddress('failure-drills', {
      view: 'runs',
      filter: 'eq(status, "error")',
      args: { order: 'asc' },
      window: { kind: 'relative', seconds: 90 * 86_400 },
      columns,
    }),
  );
  const names = await rowNames(page);
  const count = await grid(page).getAttribute('aria-rowcount');
  const headers = await page.getByRole('columnheader').allInnerTexts();
  const share = await openShare(page);
  const holds = share.getByRole('region', { name: 'What the link holds' });
  await expect(holds).toContainText('failure-drills');
  await expect(holds).toContainText('eq(status, "error")');
  await expect(holds).toContainText('the last 90 days');
  await expect(share.getByText(/in every copy of Runlens/)).toBeVisible();
  await expect(share.getByText(/is this machine/)).toBeVisible();
  await share.getByRole('checkbox', { name: 'Pin the time window' }).press('Space');
  await expect(holds).not.toContainText('the last 90 days');
  const link = await share.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).toMatch(/window=\d{4}-/);

  const fresh = await browser.newContext({ baseURL });
  const other = await fresh.newPage();
  await other.goto(link);
  // How many rows the table renders depends on the room that the window's words leave.
  const others = await rowNames(other);
  expect(others.length).toBeGreaterThan(15);
  const shared = Math.min(others.length, names.length);
  expect(others.slice(0, shared)).toEqual(names.slice(0, shared));
  await expect(grid(other)).toHaveAttribute('aria-rowcount', count!);
  expect(await other.getByRole('columnheader').allInnerTexts()).toEqual(headers);
  await fresh.close();
});

test('a long link is compressed, expands when opened, and a cut one explains itself', async ({ page }) => {
  await page.goto(projectAddress('failure-drills', { view: 'runs', filter: clausesOf(80) }));
  const names = await rowNames(page);
  const address = page.url();
  const share = await openShare(page);
  await expect(share.getByRole('checkbox', { name: 'Compress' })).toBeChecked();
  const link = await share.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link.length).toBeLessThan(address.length / 2);

  await page.goto('about:blank');
  await page.goto(link);
  expect(await rowNames(page)).toEqual(names);
  expect(page.url()).toBe(address);

  await page.goto('about:blank');
  await page.goto(link.slice(0, -20));
  await expect(page.getByRole('heading', { name: 'This link cannot be opened' })).toBeVisible();
  await expect(page.getByText(/cut off or changed on its way/)).toBeVisible();
  await page.goto(await packLink('#/9/runs'));
  await expect(page.getByRole('heading', { name: 'This link is from a newer Runlens' })).toBeVisible();
});

test('of a trace: the selection goes along or stays at home, and the time zone can be fixed', async ({
  page,
  browser,
  baseURL,
}) => {
  const root = rootWhere((_, size) => size > 10 && size < 25);
  await page.goto(traceAddress(root, { runId: root.id }));
  await expect(page.getByRole('tree', { name: 'Runs of this trace' })).toBeVisible();
  const share = await openShare(page);
  const link = share.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/run=/);
  await share.getByRole('checkbox', { name: /selected and open/ }).press('Space');
  await expect(link).not.toHaveValue(/run=/);

  const started = await page.locator('main time').first().innerText();
  await share.getByRole('checkbox', { name: 'Fix the time zone' }).press('Space');
  await expect(link).toHaveValue(/tz=/);
  const far = await browser.newContext({ baseURL, timezoneId: 'Asia/Kathmandu' });
  const other = await far.newPage();
  await other.goto(await link.inputValue());
  await expect(other.locator('main time').first()).toHaveText(started);
  await expect(other.getByText(/Yours is Asia\/Kat/)).toBeVisible();
  await other.getByRole('button', { name: 'Use my time zone' }).click();
  await expect(other.locator('main time').first()).not.toHaveText(started);
  await expect(other).not.toHaveURL(/tz=/);
  await far.close();
});
