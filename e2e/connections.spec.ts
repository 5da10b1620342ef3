import { CONNECTIONS, connect, fillConnection } from './support/connecting.ts';
import { expect, test } from './support/fixtures.ts';
import { oddServers } from './support/odd-servers.ts';
import { FAILED_REQUEST } from './support/page-guard.ts';
import { rowNames } from './support/run-table.ts';
import { startProcess } from './support/start-process.ts';

test('a right key connects, and the runs of the server are there', async ({ page, engine }) => {
  await connect(page, engine);
  expect((await rowNames(page)).length).toBeGreaterThan(0);
  await expect(page).toHaveURL(new RegExp(`deployment=${encodeURIComponent('http:')}|deployment=http`));
});

test('a wrong key is told apart', async ({ page, engine, guard }) => {
  guard.expect(FAILED_REQUEST);
  await page.goto(CONNECTIONS);
  const form = await fillConnection(page, { url: engine.url, key: 'lsv2_pt_wrong_key_000000000000' });
  await form.getByRole('button', { name: 'Test connection' }).click();
  await expect(form.getByText('The API key was refused')).toBeVisible();
  await expect(form.getByText(/Copy the key again/)).toBeVisible();
  // Asked again, it does not connect either; kept all the same, the pages lead back to the key.
  await form.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(form.getByText('The API key was refused')).toBeVisible();
  await form.getByRole('button', { name: 'Save anyway' }).click();
  const refused = page.getByRole('banner').getByRole('button', { name: /^Connection: .*, key refused$/ });
  await expect(refused).toBeVisible();
  await page.getByRole('alert').getByRole('link', { name: 'Enter the key' }).click();
  const change = page.getByRole('form', { name: /^Change / });
  await expect(change.getByLabel('API key', { exact: true })).toBeFocused();
  await page.keyboard.insertText(engine.key);
  await page.keyboard.press('Enter');
  expect((await rowNames(page)).length).toBeGreaterThan(0);
  await expect(refused).toHaveCount(0);
});

test('a test that passes names the version and the API', async ({ page, engine }) => {
  await page.goto(CONNECTIONS);
  const form = await fillConnection(page, engine);
  await form.getByRole('button', { name: 'Test connection' }).click();
  await expect(form.getByText(/0\.17\.0/).first()).toBeVisible();
});

const ODD = [
  { what: 'a page instead of an API', server: oddServers.html, sentence: 'This is not a LangSmith API' },
  { what: 'a key without permission', server: oddServers.forbidden, sentence: 'The key is not allowed here' },
  {
    what: 'a server that allows no other origin',
    server: oddServers.withoutCors,
    sentence: /does not allow this page to ask \(CORS\)/,
  },
  { what: 'a server that is gone', server: oddServers.gone, sentence: /Nothing answers at/ },
] as const;

for (const { what, server, sentence } of ODD) {
  test(`${what} is told apart, and says what to do`, async ({ page, guard }) => {
    guard.expect(FAILED_REQUEST, /blocked by CORS policy/, /ERR_CONNECTION_REFUSED/);
    const odd = await server();
    await page.goto(CONNECTIONS);
    const form = await fillConnection(page, { url: odd.url, key: 'lsv2_pt_some_key_1234567890' });
    await form.getByRole('button', { name: 'Test connection' }).click();
    await expect(form.getByText(sentence)).toBeVisible();
    await odd.close().catch(() => undefined);
  });
}

test('a redirect is not followed: the key goes to the first server only', async ({ page, guard }) => {
  guard.expect(FAILED_REQUEST);
  const second = await oddServers.forbidden();
  const first = await oddServers.redirecting(second.url);
  await page.goto(CONNECTIONS);
  const form = await fillConnection(page, { url: first.url, key: 'lsv2_pt_some_key_1234567890' });
  await form.getByRole('button', { name: 'Test connection' }).click();
  await expect(form.getByText('The address leads elsewhere')).toBeVisible();
  expect(second.seen).toEqual([]);
  await first.close();
  await second.close();
});

test('through the local proxy a server without CORS is reached, key and all', async ({
  page,
  engine,
  guard,
}) => {
  const site = await startProcess({ RUNLENS_PROXY_HOSTS: new URL(engine.url).host });
  const direct: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(engine.url)) direct.push(request.url());
  });
  await page.goto(`${site.url}${CONNECTIONS}`);
  const form = await fillConnection(page, engine);
  await expect(form.getByRole('switch', { name: 'Through the local proxy' })).toBeChecked();
  await form.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.waitForURL(/#\/1\/runs/);
  expect((await rowNames(page)).length).toBeGreaterThan(0);
  expect(direct).toEqual([]);
  expect(guard.offences).toEqual([]);
  // What the page still fetches in idle moments would break off with the server.
  await page.close();
  await site.close();
});

test('a connection is changed, its key forgotten, itself removed', async ({ page, engine }) => {
  await connect(page, engine);
  await page.goto(CONNECTIONS);
  const card = page
    .getByRole('list', { name: 'Connections' })
    .getByRole('listitem')
    .filter({ hasText: engine.url });
  await expect(card).toContainText('key until the tab closes');
  await card.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Forget the key' }).click();
  await expect(card).toContainText('key needed');
  await card.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Remove the connection' }).click();
  await expect(card).toHaveCount(0);
});
