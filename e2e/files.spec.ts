import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import { generateRuns } from '../src/testing/generate-runs.ts';
import { CONNECTIONS } from './support/connecting.ts';
import { expect, test } from './support/fixtures.ts';
import { rowNames, rows } from './support/run-table.ts';
import { sampleRuns } from './support/sample.ts';

const few = sampleRuns.filter((run) => run.trace_id === sampleRuns[0]!.trace_id);
const lines = few.map((run) => JSON.stringify(run)).join('\n');

async function openFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto(CONNECTIONS);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open files…' }).click();
  await (
    await chooser
  ).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

for (const [name, content] of [
  ['runs.jsonl', lines],
  ['runs.jsonl.gz', gzipSync(lines)],
  ['runs.json', JSON.stringify(few)],
] as const) {
  test(`${name} is read and explored`, async ({ page }) => {
    await openFile(page, name, content);
    await expect(page.getByText(new RegExp(`${name}: ${few.length} runs`))).toBeVisible();
    await page.getByRole('link', { name: 'Explore the opened files' }).click();
    await expect(page).toHaveURL(/deployment=files/);
    await page.getByRole('button', { name: 'Time window' }).click();
    await page.getByRole('button', { name: 'All time' }).click();
    expect(await rowNames(page)).toHaveLength(1);
  });
}

test('a half-written file shows what could be read, and what could not', async ({ page }) => {
  await openFile(page, 'half.jsonl', lines.slice(0, -40));
  await expect(page.getByText(new RegExp(`half.jsonl: ${few.length - 1} run`))).toBeVisible();
  await page.getByText(/lines? (was|were) skipped/).click();
  await expect(page.getByText(new RegExp(`line ${few.length}:`))).toBeVisible();
});

test('a corrupt file is refused with a sentence', async ({ page, guard }) => {
  guard.expect(/./);
  await openFile(page, 'broken.jsonl.gz', gzipSync(lines).subarray(0, 200));
  await expect(page.getByRole('alert').filter({ hasText: 'broken.jsonl.gz' })).toBeVisible();
});

test('a link to opened files says that they are gone after a reload', async ({ page }) => {
  await page.goto('#/1/runs?deployment=files');
  await expect(page.getByText(/file/i).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /Connections|Open/ }).first()).toBeVisible();
});

test('a trace of 5,000 runs opens, and its last run is a key away', async ({ page }) => {
  const runs = [...generateRuns({ runs: 5000, traceSize: 5000, newest: Date.now() - 3_600_000 })];
  await openFile(page, 'large.jsonl', runs.map((run) => JSON.stringify(run)).join('\n'));
  await page.getByRole('link', { name: 'Explore the opened files' }).click();
  expect(await rowNames(page)).toEqual(['support_agent']);
  await page.getByRole('gridcell').getByRole('link').first().click();
  const tree = page.getByRole('tree', { name: 'Runs of this trace' });
  await tree.focus();
  await page.keyboard.press('End');
  await expect(tree.getByRole('treeitem', { selected: true })).toHaveAttribute('aria-posinset', '4999');
  expect(await tree.getByRole('treeitem').count()).toBeLessThan(200);
});

test('thousands of different texts are sorted', async ({ page }) => {
  const runs = [...generateRuns({ runs: 6000, traceSize: 1, newest: Date.now() - 3_600_000 })];
  const asked = (n: number) => ({ inputs: { question: `Question ${(n * 7919) % 6000}` } });
  const file = runs.map((run, n) => JSON.stringify({ ...run, ...asked(n) })).join('\n');
  await openFile(page, 'texts.jsonl', file);
  await page.getByRole('link', { name: 'Explore the opened files' }).click();
  await rowNames(page);
  await page.getByRole('button', { name: 'Time window' }).click();
  await page.getByRole('button', { name: 'All time' }).click();
  await page.getByRole('grid').evaluate((element) => element.parentElement!.scrollTo({ top: 1e7 }));
  await page.getByRole('button', { name: /^Load all/ }).click();
  await page.getByText('All 6,000 traces loaded').waitFor();
  await page.getByRole('button', { name: 'Input column' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Sort loaded rows descending' }).press('Enter');
  await page.getByText(/Sorted by input, highest first, among the 6,000 loaded rows/).waitFor();
  await page.getByRole('grid').evaluate((element) => element.parentElement!.scrollTo({ top: 0 }));
  await expect(rows(page).first()).toContainText('Question 5999');
  await expect(rows(page).nth(1)).toContainText('Question 5998');
});
