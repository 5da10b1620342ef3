import type { Page } from 'playwright/test';
import { traceAddress } from './support/addresses.ts';
import { expect, test } from './support/fixtures.ts';
import { isRoot, rootWhere, runsOfTrace, sampleAttachments, sampleRuns } from './support/sample.ts';

const tree = (page: Page) => page.getByRole('tree', { name: 'Runs of this trace' });
const panel = (page: Page) => page.getByRole('region', { name: 'Run', exact: true });
/** JSON is shown as trees too; these are the rows of the trace's own. */
const items = (page: Page) => tree(page).getByRole('treeitem');
const selected = (page: Page) => tree(page).getByRole('treeitem', { selected: true });

test('a trace shows its tree, and a run of it its input and output', async ({ page }) => {
  const root = rootWhere((run, size) => size > 5 && size < 20 && run.status === 'success');
  const runs = runsOfTrace(root.trace_id);
  await page.goto(traceAddress(root));
  await expect(page.getByRole('heading', { level: 1, name: root.name })).toBeVisible();
  await expect(items(page)).toHaveCount(runs.length);
  await expect(page).toHaveTitle(`${root.name} · Runlens`);
  const models = runs.filter((run) => run.run_type === 'llm').length;
  await expect(page.getByRole('definition').filter({ hasText: `${models} llm` })).toBeVisible();

  const child = runs.find((run) => run.run_type === 'llm')!;
  await tree(page)
    .getByRole('treeitem', { name: new RegExp(`^${child.name}, llm`) })
    .first()
    .click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(child.name);
  await expect(page).toHaveURL(/[?&]run=/);
  // Its model is said in the panel and in the row.
  const { extra } = child as unknown as { readonly extra: { readonly metadata: Record<string, string> } };
  const model = extra.metadata['ls_model_name']!;
  await expect(panel(page).getByRole('definition').first()).toContainText(model);
  await expect(selected(page)).toHaveAccessibleName(new RegExp(`, ${model}$`));

  await page.getByRole('tab', { name: 'Metadata' }).click();
  await expect(page).toHaveURL(/[?&]tab=metadata/);
  await page.getByRole('tab', { name: 'Raw JSON' }).click();
  await expect(
    panel(page).getByText('dotted_order').or(panel(page).getByText('dottedOrder')).first(),
  ).toBeVisible();
});

test('the keyboard walks, closes and opens the tree', async ({ page }) => {
  const root = rootWhere((_, size) => size > 10 && size < 25);
  await page.goto(traceAddress(root));
  await expect(selected(page)).toHaveAccessibleName(new RegExp(`^${root.name}`));
  await tree(page).focus();
  const all = await items(page).count();
  await page.keyboard.press('ArrowLeft');
  await expect(items(page)).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(selected(page)).toHaveAttribute('aria-level', '2');
  await page.keyboard.press(']');
  await expect(items(page)).toHaveCount(all);
  await page.keyboard.press('End');
  await expect(items(page).last()).toHaveAttribute('aria-selected', 'true');
});

test('a link to a run opens the trace at that run, in a fresh browser', async ({ page }) => {
  const run = sampleRuns.find((one) => one.run_type === 'tool' && one.dotted_order.split('.').length > 3)!;
  await page.goto(traceAddress(run, { runId: run.id }));
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(run.name);
  await expect(selected(page)).toHaveAccessibleName(new RegExp(`^${run.name}, tool`));
});

test('2,001 runs beside each other scroll to the last one', async ({ page }) => {
  const root = rootWhere((_, size) => size === 2001);
  await page.goto(traceAddress(root));
  await expect(page.getByText('2,001').first()).toBeVisible();
  await tree(page).focus();
  await page.keyboard.press('End');
  await expect(selected(page)).toHaveAttribute('aria-posinset', '2000');
  expect(await items(page).count()).toBeLessThan(200);
});

test('60 runs below each other stay readable to the deepest', async ({ page }) => {
  const root = rootWhere((run) => run.name === 'level_01');
  await page.goto(traceAddress(root));
  await tree(page).focus();
  await page.keyboard.press('End');
  await expect(selected(page)).toHaveAttribute('aria-level', '60');
  await expect(selected(page)).toBeInViewport();
  await expect(selected(page).getByText('level_60')).toBeInViewport();
});

test('a search in the trace goes from match to match', async ({ page }) => {
  const root = rootWhere((_, size) => size === 2001);
  await page.goto(traceAddress(root));
  await tree(page).focus();
  await page.keyboard.press('/');
  const search = page.getByRole('textbox', { name: 'Search in this trace' });
  await expect(search).toBeFocused();
  await search.fill('type:tool');
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/2,000 matches/);
  await search.press('Enter');
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^1 of 2,000/);
});

test('an error is shown on top, and the next one is a key away', async ({ page }) => {
  const failed = sampleRuns.find((run) => run.status === 'error' && !isRoot(run) && run.error)!;
  await page.goto(traceAddress(failed));
  await expect(selected(page)).toBeVisible();
  // Nothing was focused yet: the keys of the page work at once.
  await page.keyboard.press('e');
  await expect(selected(page)).toHaveAccessibleName(/, error/);
  await expect(panel(page).getByText(/error/i).first()).toBeVisible();
  const name = await selected(page).getAttribute('id');
  await page.keyboard.press('k');
  await expect(selected(page)).not.toHaveAttribute('id', name!);

  // An open dialog and a text keep their letters.
  const before = await selected(page).getAttribute('id');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('e');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await panel(page).getByRole('tab', { name: 'Metadata' }).press('/');
  await expect(page.getByRole('textbox', { name: 'Search in this trace' })).toBeFocused();
  await page.keyboard.type('ej');
  await expect(selected(page)).toHaveAttribute('id', before!);
});

test('an unfinished run says so', async ({ page }) => {
  const run = sampleRuns.find((one) => one.end_time === undefined && isRoot(one))!;
  await page.goto(traceAddress(run));
  await expect(panel(page).getByText(/Still running|never reported an end/)).toBeVisible();
});

test('an attachment is fetched when it is asked for, and shown', async ({ page }) => {
  const picture = sampleAttachments.find((one) => one.mime_type === 'image/png')!;
  const run = sampleRuns.find((one) => one.id === picture.run_id)!;
  await page.goto(traceAddress(run, { runId: run.id }));
  const item = panel(page).getByRole('listitem').filter({ hasText: picture.name });
  await item.getByRole('button', { name: 'Open' }).click();
  const image = item.getByRole('img', { name: new RegExp(picture.name) });
  await expect(image).toBeVisible();
  expect(await image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
});

test('a trace that is not there says so and leads back', async ({ page, guard }) => {
  guard.expect(/404/);
  const root = rootWhere(() => true);
  await page.goto(traceAddress({ ...root, trace_id: '00000000-0000-4000-8000-000000000000' }));
  await expect(page.getByText(/no such trace/i).first()).toBeVisible();
});
