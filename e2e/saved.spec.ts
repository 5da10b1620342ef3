import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { defaultThreadsScreen } from '../src/url/defaults.ts';
import { printLink } from '../src/url/link.ts';
import { projectAddress, runsAddress } from './support/addresses.ts';
import { connect } from './support/connecting.ts';
import type { EngineProcess } from './support/engine-process.ts';
import { expect, test } from './support/fixtures.ts';
import { rowNames } from './support/run-table.ts';
import { projectNamed } from './support/sample.ts';

const button = (page: Page): Locator => page.getByRole('button', { name: /^Saved filters/ });

async function openPanel(page: Page): Promise<Locator> {
  await button(page).click();
  const panel = page.getByRole('dialog', { name: /^Saved filters/ });
  await expect(panel.getByRole('button', { name: 'Save as new…' })).toBeVisible();
  return panel;
}

async function saveAs(page: Page, name: string): Promise<void> {
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Save as new…' }).click();
  await panel.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(button(page)).toHaveAccessibleName(`Saved filters: ${name}`);
}

async function choose(page: Page, panel: Locator, name: string, action: string): Promise<void> {
  await panel.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

const FILTER = 'eq(status, "error")';

test('in this browser: saved, found after a reload, changed, renamed, exported, deleted, imported', async ({
  page,
}) => {
  const columns = ['name', 'error'];
  await page.goto(projectAddress('failure-drills', { view: 'runs', filter: FILTER, columns }));
  const names = await rowNames(page);
  await saveAs(page, 'Failures');
  await page.reload();
  expect(await rowNames(page)).toEqual(names);
  await expect(button(page)).toHaveAccessibleName('Saved filters: Failures');

  await page.goto(projectAddress('failure-drills'));
  let panel = await openPanel(page);
  await panel.getByRole('link', { name: /^Failures/ }).click();
  expect(await rowNames(page)).toEqual(names);
  await expect(page.getByRole('columnheader')).toHaveText(['Name', 'Error']);

  await page.getByRole('radio', { name: 'Traces' }).click();
  await expect(button(page)).toHaveAccessibleName(/changed since it was saved/);
  panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Update…' }).click();
  await expect(panel.getByRole('region', { name: 'Rows' })).toContainText(/runs.*traces/s);
  await panel.getByRole('button', { name: 'Replace what is stored' }).click();
  await expect(button(page)).toHaveAccessibleName('Saved filters: Failures');

  await choose(page, panel, 'Failures', 'Rename…');
  await panel.getByRole('textbox', { name: 'Name' }).fill('Broken traces');
  await page.keyboard.press('Enter');
  await choose(page, panel, 'Broken traces', 'Duplicate');
  await expect(panel.getByRole('link', { name: /^Broken traces \(2\)/ })).toBeVisible();

  // Neither by renaming nor by saving are there two of one name without a word.
  await choose(page, panel, 'Broken traces (2)', 'Rename…');
  await panel.getByRole('textbox', { name: 'Name' }).fill('Broken traces');
  await expect(panel.getByText('There is one named “Broken traces” already.')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Rename' })).toBeDisabled();
  await panel.getByRole('button', { name: 'Back to the list' }).click();
  await panel.getByRole('button', { name: 'Save as new…' }).click();
  await panel.getByRole('textbox', { name: 'Name' }).fill('broken traces');
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Update it instead…' }).click();
  await expect(panel.getByRole('heading', { name: 'Update “Broken traces”' })).toBeVisible();
  await panel.getByRole('button', { name: 'Save as new…' }).click();
  await panel.getByRole('textbox', { name: 'Name' }).fill('broken traces');
  await panel.getByRole('button', { name: 'Keep both' }).click();
  await expect(button(page)).toHaveAccessibleName('Saved filters: broken traces');
  panel = await openPanel(page);
  await choose(page, panel, 'broken traces', 'Delete…');
  await panel.getByRole('button', { name: 'Delete', exact: true }).click();

  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Export all' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  for (const name of ['Broken traces', 'Broken traces (2)']) {
    await choose(page, panel, name, 'Delete…');
    await panel.getByRole('button', { name: 'Delete', exact: true }).click();
  }
  await expect(panel.getByText('Nothing is saved in this browser yet.')).toBeVisible();
  await expect(button(page)).toHaveAccessibleName('Saved filters');

  await panel.getByRole('button', { name: 'Import…' }).click();
  const give = (content: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'f.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await give(text.slice(0, -40));
  await expect(panel.getByRole('alert')).toContainText('not a JSON file');
  await give(text.replace('"version": 1', '"version": 2'));
  await expect(panel.getByRole('alert')).toContainText('newer Runlens');
  await give(text);
  await panel.getByRole('button', { name: 'Add all 2' }).click();
  await panel.getByRole('link', { name: /^Broken traces e/ }).click();
  await expect(page).toHaveURL(/filter=eq%28status/);
});

test('a list of threads is saved, found from the runs, and told apart once it is changed', async ({
  page,
}) => {
  const project = projectNamed('support-assistant-prod');
  const filter = 'has(tags, "beta")';
  const threads = { ...defaultThreadsScreen(), project, filter, columns: ['first_input', 'turns'] };
  await page.goto(printLink(threads));
  await expect(button(page)).toBeVisible();
  await saveAs(page, 'Beta threads');
  await page.goto(projectAddress('newsroom'));
  await rowNames(page);
  const panel = await openPanel(page);
  await panel.getByRole('link', { name: /^Beta threads/ }).click();
  await expect(page).toHaveURL(
    /#\/1\/threads\?project=.*~newsroom&filter=has%28tags.*&columns=first_input,turns/,
  );
  await expect(button(page)).toHaveAccessibleName('Saved filters: Beta threads');
  await page.getByRole('button', { name: 'Clear the filter' }).first().click();
  await expect(button(page)).toHaveAccessibleName(/changed since it was saved/);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('beta threads');
  await page.getByRole('option', { name: /^Beta threads/ }).click();
  await expect(page).toHaveURL(/threads\?.*filter=has/);
});

test('a link opens a saved filter that is not kept here', async ({ page }) => {
  const saved = { id: 'gone', name: 'Of a colleague' };
  await page.goto(projectAddress('newsroom', { saved }));
  await rowNames(page);
  await expect(button(page)).toHaveAccessibleName('Saved filters: Of a colleague, not kept here');
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Leave this saved filter' }).click();
  await expect(button(page)).toHaveAccessibleName('Saved filters');
});

/** Another person, at the same server. */
async function elsewhere(engine: EngineProcess, method: string, path: string, body?: object) {
  const response = await fetch(`${engine.url}/api/v1/sessions/${projectNamed('newsroom').id}/views${path}`, {
    method,
    headers: { 'x-api-key': engine.key, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(response.ok).toBe(true);
  return (await response.json()) as Record<string, string>[];
}

test('in LangSmith: a team shares them, nobody overwrites unseen, and foreign views are read', async ({
  page,
  engine,
}) => {
  await elsewhere(engine, 'POST', '', { display_name: 'From the bar', filter_string: 'status:error' });
  await elsewhere(engine, 'POST', '', { display_name: 'Of tomorrow', filter_string: '{"op":"and"}' });
  await connect(page, { url: engine.url, key: engine.key });
  const here = (filter: string) =>
    runsAddress(
      { projects: [projectNamed('newsroom')], window: { kind: 'all' }, filter, columns: ['name', 'cost'] },
      { kind: 'server', url: engine.url },
    );
  await page.goto(here('eq(run_type, "chain")'));
  await rowNames(page);
  await saveAs(page, 'Chains');
  const [stored] = (await elsewhere(engine, 'GET', '')).filter((view) => view['display_name'] === 'Chains');
  expect(stored).toMatchObject({ filter_string: 'eq(run_type, "chain")', type: 'runs' });
  expect(stored!['description']).toMatch(/^Runlens: #\/1\/runs\?.*columns=name,cost/);

  let panel = await openPanel(page);
  await expect(panel.getByRole('link', { name: /^From the bar/ })).toContainText('translated');
  await expect(panel.getByText('{"op":"and"}')).toBeVisible();
  await expect(panel.getByRole('link', { name: /^Of tomorrow/ })).toHaveCount(0);
  await panel.getByRole('link', { name: /^From the bar/ }).click();
  await expect(page).toHaveURL(/filter=eq%28status,%20%22error/);

  panel = await openPanel(page);
  await panel.getByRole('link', { name: /^Chains/ }).click();
  await rowNames(page);
  await page.getByRole('radio', { name: 'Runs' }).click();
  await elsewhere(engine, 'PATCH', `/${stored!['id']}`, { filter_string: 'has(tags, "theirs")' });
  panel = await openPanel(page);
  await choose(page, panel, 'Chains', 'Update with what is on screen…');
  await expect(panel.getByText('Somebody changed it after you opened it.')).toBeVisible();
  await expect(panel.getByRole('region', { name: 'Filter' })).toContainText('has(tags, "theirs")');
  await elsewhere(engine, 'PATCH', `/${stored!['id']}`, { filter_string: 'has(tags, "theirs again")' });
  await panel.getByRole('button', { name: 'Replace what is stored' }).click();
  await expect(panel.getByText(/Nothing was written/)).toBeVisible();
  await expect(panel.getByRole('region', { name: 'Filter' })).toContainText('theirs again');
  await panel.getByRole('button', { name: 'Replace what is stored' }).click();
  // The list is back once it is written.
  await expect(panel.getByRole('button', { name: 'Export all' })).toBeVisible();

  // What only LangSmith's page knows survives an update from here.
  const made = { display_name: 'Made there', filter_string: '', type: 'single_run', duration: '7d' };
  const theirs = await elsewhere(engine, 'POST', '', made);
  const { id } = theirs as unknown as { id: string };
  const at = { projects: [projectNamed('newsroom')], filter: 'has(tags, "x")', saved: { id } };
  await page.keyboard.press('Escape');
  await page.goto(runsAddress(at, { kind: 'server', url: engine.url }));
  panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Update…' }).click();
  await panel.getByRole('button', { name: 'Replace what is stored' }).click();
  await expect(panel.getByRole('button', { name: 'Export all' })).toBeVisible();
  for (const view of await elsewhere(engine, 'GET', '')) {
    if (view['id'] === stored!['id']) expect(view['filter_string']).toBe('eq(run_type, "chain")');
    if (view['display_name'] === 'Made there') {
      expect(view).toMatchObject({ type: 'single_run', duration: '7d', filter_string: 'has(tags, "x")' });
    }
    await elsewhere(engine, 'DELETE', `/${view['id']}`);
  }
});
