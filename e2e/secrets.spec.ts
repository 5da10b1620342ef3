import type { Page } from 'playwright/test';
import { waitForIdle } from '../src/tools/wait-for-idle.ts';
import { CONNECTIONS, connect, fillConnection } from './support/connecting.ts';
import { ENGINE_KEY } from './support/engine-process.ts';
import { expect, test } from './support/fixtures.ts';
import { rowNames } from './support/run-table.ts';

/** Everywhere a key could be left behind in a page, as one text. */
async function leftBehind(page: Page): Promise<string> {
  const inPage = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const cacheNames = await caches.keys();
    return JSON.stringify([
      location.href,
      document.documentElement.outerHTML,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      databases,
      cacheNames,
      performance.getEntries().map((entry) => entry.name),
      history.state,
    ]);
  });
  return inPage;
}

test('a key that is not remembered is in no address, storage, page or log', async ({ page, engine }) => {
  const said: string[] = [];
  const addresses: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => addresses.push(request.url()));
  await connect(page, engine);
  await rowNames(page);
  await page.getByRole('gridcell').getByRole('link').first().click();
  await expect(page.getByRole('tree', { name: 'Runs of this trace' })).toBeVisible();
  await waitForIdle(page);
  expect(await leftBehind(page)).not.toContain(ENGINE_KEY);
  expect(said.join('\n')).not.toContain(ENGINE_KEY);
  expect(addresses.join('\n')).not.toContain(ENGINE_KEY);
});

test('a remembered key is in one place of this browser, and gone when forgotten', async ({
  page,
  engine,
}) => {
  await connect(page, { ...engine, isRemembered: true });
  await rowNames(page);
  const holders = await page.evaluate(
    (key) => Object.keys(localStorage).filter((name) => localStorage.getItem(name)!.includes(key)),
    ENGINE_KEY,
  );
  expect(holders).toEqual(['runlens.keys']);
  await page.reload();
  expect((await rowNames(page)).length).toBeGreaterThan(0);

  await page.goto(CONNECTIONS);
  await page.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Forget the key' }).click();
  expect(await leftBehind(page)).not.toContain(ENGINE_KEY);
});

test('a key that was not remembered is asked for again after a reload', async ({ page, engine }) => {
  await connect(page, engine);
  await rowNames(page);
  await page.reload();
  const prompt = page.getByRole('form', { name: /^API key of/ });
  await prompt.getByLabel(/^API key for/).fill(ENGINE_KEY);
  await prompt.getByRole('button', { name: 'Continue' }).click();
  expect((await rowNames(page)).length).toBeGreaterThan(0);
});

test('a key pasted into the address is taken out of it', async ({ page }) => {
  await page.goto(CONNECTIONS);
  const form = await fillConnection(page, { url: `https://host.example/?api_key=${ENGINE_KEY}` });
  await expect(form.getByText('A key or password was taken out of the address')).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Address' })).not.toHaveValue(new RegExp(ENGINE_KEY));
});

test('the key of one server never reaches another', async ({ page, engine, guard }) => {
  guard.expect(/./);
  const seen: string[] = [];
  await page.route('http://localhost:9/**', (route) => {
    seen.push(JSON.stringify(route.request().headers()));
    return route.abort();
  });
  await connect(page, { ...engine, isRemembered: true });
  await rowNames(page);
  await page.goto('about:blank');
  await page.goto('#/1/runs?deployment=http://localhost:9');
  await expect(page.getByText('localhost:9').first()).toBeVisible();
  expect(seen.join('\n')).not.toContain(ENGINE_KEY);
});
