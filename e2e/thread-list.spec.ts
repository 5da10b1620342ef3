/** The list of threads: what a link may ask of it, and coming back to it. */
import type { Page } from 'playwright/test';
import { printLink } from '../src/url/link.ts';
import type { ThreadsScreen } from '../src/url/screens.ts';
import { expect, test } from './support/fixtures.ts';
import { rowNames, rows } from './support/run-table.ts';
import { projectNamed } from './support/sample.ts';

const address = (change: Partial<ThreadsScreen> = {}) =>
  printLink({
    kind: 'threads',
    deployment: { kind: 'sample' },
    project: projectNamed('support-assistant-prod'),
    window: { kind: 'all' },
    filter: '',
    ...change,
  });

const scroller = (page: Page) => page.getByRole('grid', { name: 'Threads' }).locator('..');

test('coming back from a conversation finds the list where it was left, and the keyboard in its content', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1200, height: 420 });
  await page.goto(address());
  await rowNames(page);
  await scroller(page).hover();
  await page.mouse.wheel(0, 300);
  const top = () => scroller(page).evaluate((element) => element.scrollTop);
  await expect.poll(top).toBe(300);
  await rows(page).nth(12).getByRole('link').first().focus();
  const left = await top();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Conversation' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await page.goBack();
  await rowNames(page);
  await expect.poll(top).toBe(left);
  await expect(page.getByRole('main')).toBeFocused();
});

test('what a link asks of the columns and is not there is told; columns without one value offer no order', async ({
  page,
}) => {
  await page.goto(
    address({ columns: ['thread_id', 'users', 'bogus'], sort: { column: 'nonsense', isDescending: true } }),
  );
  await rowNames(page);
  await expect(page.getByText('No column of threads is called bogus.')).toBeVisible();
  await expect(page.getByText('Threads are not sorted by nonsense: by the latest activity.')).toBeVisible();
  await expect(page.getByText(/^Sorted by/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Users column' }).press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Hide column' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /Sort/ })).toHaveCount(0);
});

test('the zone of a link holds for threads, and sharing says the window and fixes the zone', async ({
  page,
}) => {
  await page.goto(
    address({ timeZone: 'Asia/Kathmandu', window: { kind: 'relative', seconds: 90 * 86_400 } }),
  );
  await rowNames(page);
  await expect(page.getByText(/the zone of the link, Asia\/Kathmandu/)).toBeVisible();
  await page.goto(address({ window: { kind: 'relative', seconds: 7 * 86_400 } }));
  await page.getByRole('button', { name: /^Share/ }).click();
  const share = page.getByRole('dialog');
  await expect(share.getByRole('region', { name: 'What the link holds' })).toContainText('the last 7 days');
  await share.getByRole('checkbox', { name: 'Fix the time zone' }).press('Space');
  await expect(share.getByRole('textbox', { name: 'Link' })).toHaveValue(/tz=/);
});
