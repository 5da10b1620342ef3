import { AxeBuilder } from '@axe-core/playwright';
import { projectAddress } from './support/addresses.ts';
import { expect, test } from './support/fixtures.ts';
import { filterBox, rowNames, writeFilter } from './support/run-table.ts';

const START = 'Start from a recipe, a paste or a recent filter';

test('a recipe runs, and is found again among the recent filters', async ({ page }) => {
  await page.goto(projectAddress('docs-rag-staging'));
  await rowNames(page);
  await page.getByRole('button', { name: START }).click();
  await page.getByRole('searchbox', { name: 'Search recipes' }).fill('latency "5s"');
  await page.getByRole('region', { name: 'Speed and tokens' }).getByRole('button').first().click();
  await expect(page).toHaveURL(/filter=gt%28latency/);
  await expect(page).toHaveURL(/view=runs/);
  await expect(page.getByText(/loaded just now/)).toBeVisible();

  await page.getByRole('button', { name: START }).click();
  await page.getByRole('tab', { name: 'Recent' }).click();
  await expect(page.getByRole('tabpanel').getByText('gt(latency, "5s")')).toBeVisible();
});

test('pasted Python becomes the query, its project is looked up, its key is dropped', async ({ page }) => {
  await page.goto(projectAddress('newsroom'));
  await rowNames(page);
  await page.getByRole('button', { name: START }).click();
  await page.getByRole('tab', { name: 'Paste anything' }).click();
  await page.getByRole('textbox', { name: /^Paste a LangSmith link/ }).fill(
    `client = Client(api_key="lsv2_pt_0123456789abcdef0123456789abcdef_0123456789")
client.list_runs(project_name="support-assistant-prod", run_type="llm", filter='eq(status, "success")')`,
  );
  await expect(page.getByText('Python code')).toBeVisible();
  await expect(page.getByText(/held a key or a password/)).toBeVisible();
  await page.getByRole('button', { name: 'Use this query' }).click();
  await expect(page.getByRole('button', { name: /support-assistant-prod/ })).toBeVisible();
  await expect(page).toHaveURL(/run_type=llm/);
  expect(new Set(await rowNames(page))).toEqual(new Set(['ChatOpenAI']));
  expect(page.url()).not.toContain('lsv2');
});

test('a text without a query says so', async ({ page }) => {
  await page.goto(projectAddress('newsroom'));
  await rowNames(page);
  await page.getByRole('button', { name: START }).click();
  await page.getByRole('tab', { name: 'Paste anything' }).click();
  await page.getByRole('textbox', { name: /^Paste a LangSmith link/ }).fill('<html>}{');
  await expect(page.getByText('No query was found in this text.')).toBeVisible();
});

test('the question on the screen is copied as code of other programs', async ({ page }) => {
  await page.goto(projectAddress('newsroom'));
  await rowNames(page);
  await page.getByRole('button', { name: 'Copy as code' }).click();
  const code = page.getByRole('region', { name: 'Code' });
  await expect(code).toContainText('runs.query(');
  // Long lines scroll inside; they must not push the button out of the popover.
  await expect(page.getByRole('button', { name: 'Copy the code' })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('option', { name: 'curl (API v1)' }).click();
  await expect(code).toContainText('curl');
  await expect(code).toContainText('LANGSMITH_API_KEY');
});

test('a call pasted into the box of a filter is offered as the question that it asks', async ({ page }) => {
  await page.goto(projectAddress('newsroom', { view: 'runs' }));
  await rowNames(page);
  await writeFilter(
    page,
    'Run filter',
    `client.list_runs(project_name="support-assistant-prod", run_type="llm", filter='eq(status, "success")')`,
  );
  await expect(page.getByText('This looks like Python code.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Problems of Run filter' })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await page.getByRole('button', { name: 'Read it as a query' }).click();
  await expect(page.getByRole('button', { name: /support-assistant-prod/ })).toBeVisible();
  await expect(page).toHaveURL(/run_type=llm/);
  await expect(page).toHaveURL(/filter=eq%28status/);
  await expect(filterBox(page, 'Run filter')).toBeFocused();
  await expect(page.getByText('This looks like Python code.')).toHaveCount(0);
  expect(new Set(await rowNames(page))).toEqual(new Set(['ChatOpenAI']));

  // In the other syntax, and a query that goes into this box alone.
  await page.getByRole('radio', { name: 'Search bar' }).click();
  await writeFilter(page, 'Run filter, search bar', 'gt(latency, 1000000)');
  await page.getByRole('button', { name: 'Read it as a filter' }).click();
  await expect(page.getByText('Asked as gt(latency, 1000000)')).toBeVisible();
  await expect(page).toHaveURL(/run_type=llm/);
});
