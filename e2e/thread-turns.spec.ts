/** A thread with more turns than are read at once: their numbers, the turn of a link, the document. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { CONNECTIONS } from './support/connecting.ts';
import { expect, test } from './support/fixtures.ts';
import { LONG, LONG_ERROR, longThread, longTurn } from './support/long-thread.ts';

const TURNS = 1250;

/** The address of the conversation, before anything of it is loaded. */
async function openThreads(page: Page): Promise<string> {
  await page.goto(CONNECTIONS);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open files…' }).click();
  const file = { name: 'long.jsonl', mimeType: 'application/json', buffer: Buffer.from(longThread(TURNS)) };
  await (await chooser).setFiles(file);
  await page.getByRole('link', { name: 'Explore the opened files' }).click();
  await page.getByRole('link', { name: 'Threads' }).click();
  return (await page.getByRole('link', { name: LONG.id, exact: true }).getAttribute('href'))!;
}

const goHash = (page: Page, hash: string) => page.evaluate((to) => (location.hash = to), hash);

const names = (page: Page) => page.getByRole('navigation', { name: 'Turns' });

test('turns keep their numbers while older ones come, and the document has all of them', async ({ page }) => {
  await goHash(page, await openThreads(page));
  await expect(page.getByText(/1,000 of 1,250 turns, 1 failed/)).toContainText('Older turns are not loaded.');
  await expect(names(page).getByRole('button').first()).toHaveText('251Question 251 of busy');
  await expect(page.getByRole('article', { name: 'Turn 251', exact: true })).toBeInViewport();
  await page.keyboard.press('e');
  const failed = page.getByRole('article', { name: 'Turn 350', exact: true });
  await expect(failed).toBeInViewport();
  await expect(failed.getByRole('region', { name: 'Error' })).toContainText('waiting to the end');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^(Save as )?Markdown$/ }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text.match(/^## Turn /gm)).toHaveLength(TURNS);
  expect(text).toContain(`# Thread ${LONG.id}\n\n1250 turns.`);
  expect(text).toContain(LONG_ERROR);
  await expect(failed).toHaveAttribute('aria-current', 'true');
  await expect(names(page).getByRole('button').first()).toHaveText('1Question 1 of busy');
});

test('the turn of a link is read from afar, and one that is not there is said', async ({ page }) => {
  const address = await openThreads(page);
  const joint = address.includes('?') ? '&' : '?';
  await goHash(page, `${address}${joint}turn=${longTurn(5)}`);
  await expect(page.getByRole('article', { name: 'Turn 6', exact: true })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(page.getByRole('article', { name: 'Turn 6', exact: true })).toBeInViewport();
  await goHash(page, `${address}${joint}turn=nonsense`);
  await expect(page.getByText('The turn of this link is not in this thread.')).toBeVisible();
});
