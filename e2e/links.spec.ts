import { projectAddress, runsAddress } from './support/addresses.ts';
import { expect, test } from './support/fixtures.ts';
import { rowNames } from './support/run-table.ts';
import { projectNamed } from './support/sample.ts';

test('a link shows the same rows and columns in a fresh browser', async ({ page, browser, baseURL }) => {
  await page.goto(
    projectAddress('failure-drills', {
      view: 'runs',
      filter: 'eq(status, "error")',
      columns: ['name', 'error', 'latency'],
    }),
  );
  const names = await rowNames(page);
  expect(names.length).toBeGreaterThan(5);
  const address = page.url();

  const fresh = await browser.newContext({ baseURL });
  const other = await fresh.newPage();
  await other.goto(address);
  expect(await rowNames(other)).toEqual(names);
  await expect(other.getByRole('columnheader')).toHaveCount(3);
  expect(other.url()).toBe(address);
  await fresh.close();
});

test('back and forward walk through what was looked at', async ({ page }) => {
  await page.goto(projectAddress('newsroom'));
  const names = await rowNames(page);
  await page.getByRole('gridcell').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/trace\//);
  await expect(page.getByRole('tree', { name: 'Runs of this trace' })).toBeVisible();
  await page.goBack();
  expect(await rowNames(page)).toEqual(names);
});

test('the ways back lead to the list as it was left', async ({ page }) => {
  const address = projectAddress('failure-drills', { filter: 'eq(status, "error")' });
  await page.goto(address);
  const names = await rowNames(page);
  await page.getByRole('gridcell').getByRole('link').first().click();
  await page.getByRole('navigation', { name: 'Path' }).getByRole('link').click();
  expect(await rowNames(page)).toEqual(names);
  await page.getByRole('link', { name: 'Exports' }).click();
  await page.getByRole('link', { name: 'Runs', exact: true }).click();
  expect(await rowNames(page)).toEqual(names);
  expect(new URL(page.url()).hash).toBe(address);
  await page.getByRole('link', { name: 'Threads' }).click();
  await expect(page).toHaveURL(/threads\?project=.*failure-drills&window=all/);
});

test('a damaged parameter falls alone, and is told', async ({ page }) => {
  const { id } = projectNamed('newsroom');
  await page.goto(`#/1/runs?project=${id}&window=yesterday-ish&view=runs`);
  await expect(page.getByText(/time window/i).first()).toBeVisible();
  expect((await rowNames(page)).length).toBeGreaterThan(0);
});

for (const [address, sentence] of [
  ['#/1/nowhere', 'This link cannot be opened'],
  ['#/9/runs', 'This link is from a newer Runlens'],
  ['#/1/runs?deployment=https://key:secret@host.example', 'This link cannot be opened'],
] as const) {
  test(`${address} explains itself`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: sentence })).toBeVisible();
    await expect(page.getByText('secret')).toHaveCount(0);
    await page.getByRole('link', { name: 'Open the sample workspace' }).click();
    expect((await rowNames(page)).length).toBeGreaterThan(0);
  });
}

test('a link to a server that is not connected explains itself and asks nothing of it', async ({
  page,
  engine,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(engine.url)) asked.push(request.url());
  });
  await page.goto(runsAddress({}, { kind: 'server', url: engine.url }));
  await expect(page.getByText(engine.url.replace('http://', '')).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(engine.url);
  expect(asked).toEqual([]);
});
