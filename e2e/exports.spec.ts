/** Bulk exports from the interface: a form, a job that runs, Parquet that is read back. */
import { AxeBuilder } from '@axe-core/playwright';
import { unzipSync } from 'fflate';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { openDuckDb } from '../src/testing/ask-duckdb.ts';
import { printLink } from '../src/url/link.ts';
import { connect } from './support/connecting.ts';
import { expect, test } from './support/fixtures.ts';
import { FAILED_REQUEST } from './support/page-guard.ts';
import { grid } from './support/run-table.ts';
import { runsOfProject } from './support/sample.ts';

const PROJECT = 'failure-drills';
const EXPORTS = printLink({ kind: 'exports', deployment: { kind: 'sample' } });

async function chooseProject(page: Page, name: string) {
  await page.getByRole('button', { name: /Choose a project/ }).click();
  await page.getByRole('searchbox', { name: 'Search projects' }).fill(name);
  await page
    .getByRole('button', { name: new RegExp(`^${name}\\b(?!-)`) })
    .first()
    .click();
}

test('an export of the sample runs, is watched to its end, read by DuckDB and opened again', async ({
  page,
}) => {
  await page.goto(EXPORTS);
  await page.getByRole('button', { name: 'New export' }).click();
  const dialog = page.getByRole('dialog', { name: 'New export' });
  await chooseProject(page, PROJECT);
  await dialog.getByRole('button', { name: /^Time window/ }).click();
  await page.getByRole('button', { name: 'Last 30 days' }).click();
  const preview = page.getByRole('region', { name: 'What will happen' });
  await expect(preview).toContainText(/about [1-9][\d,]* runs/);
  const count = /about ([\d,]+) runs/.exec(await preview.innerText())![1]!;
  await dialog.getByRole('button', { name: 'Start the export' }).click();

  const detail = page.getByRole('article', { name: /^Export / });
  await expect(detail.getByText('Completed').first()).toBeVisible({ timeout: 20_000 });
  await expect(detail.getByRole('region', { name: 'Progress' })).toContainText(`${count} rows`);
  // What was announced of the pressed button names it for a few seconds more, although it is gone.
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  // A browser asks back after some downloads in a row; all of the rows are counted below.
  const duckdb = await openDuckDb();
  const all = new Set(runsOfProject(PROJECT).map(({ id }) => id));
  const statement = detail.getByRole('region', { name: 'Read it with DuckDB' });
  // Of files on this computer, not of a bucket.
  const documents = detail.getByRole('link', { name: 'Reading and writing Parquet' });
  await expect(documents).toHaveAttribute('href', /duckdb\.org/);
  const files = await detail.getByRole('list', { name: 'Kept files' }).getByRole('button').all();
  for (const file of files.slice(0, 2)) {
    await expect(file).toHaveText(/\d{4}-\d\d-\d\d.*[1-9]\d* rows?.*[1-9][\d.]* kB/);
    const download = page.waitForEvent('download');
    await file.click();
    const path = await (await download).path();
    await expect(statement).toContainText((await download).suggestedFilename());
    expect(readFileSync(path).subarray(0, 4).toString()).toBe('PAR1');
    const ids = await duckdb.ids(`SELECT id FROM read_parquet('${path}')`);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !all.has(id))).toEqual([]);
  }
  const archive = page.waitForEvent('download');
  await detail.getByRole('button', { name: `Save all (${files.length} files, ` }).click();
  const zipped = unzipSync(new Uint8Array(readFileSync(await (await archive).path())));
  const tables = Object.entries(zipped).map(([name, bytes]) => {
    const path = test.info().outputPath(name);
    writeFileSync(path, bytes);
    return `'${path}'`;
  });
  const [rows] = await duckdb.ids(`SELECT count(*)::VARCHAR FROM read_parquet([${tables.join(', ')}])`);
  expect(Number(rows)).toBe(Number(count.replaceAll(',', '')));
  duckdb.close();

  await page.setViewportSize({ width: 390, height: 844 });
  const widest = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('#root, main, main > div')].map((box) => box.scrollWidth)),
  );
  expect(widest).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 720 });

  await detail.getByRole('button', { name: 'Open in Runlens' }).click();
  await expect(page).toHaveURL(/deployment=files/);
  await expect(grid(page)).toBeVisible();
  await page.getByRole('radio', { name: 'Runs' }).press('Space');
  await expect(page.getByRole('group', { name: 'Statistics' })).toContainText(`runs${count}`);
});

test('a destination is checked while it is typed; a refusal is explained; the secret is nowhere', async ({
  page,
  guard,
}) => {
  guard.expect(/left this machine: PUT https:\/\/s3\.nowhere\.example/, FAILED_REQUEST);
  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
  await page.route('https://s3.nowhere.example/**', (route) => route.abort());
  await page.goto(EXPORTS);
  await page.getByRole('button', { name: 'New destination' }).click();
  const dialog = page.getByRole('dialog', { name: 'New destination' });
  await dialog.getByRole('textbox', { name: 'Bucket' }).fill('s3://Bucket');
  await expect(dialog.getByText(/Only the bucket’s name belongs here/)).toBeVisible();
  await dialog.getByRole('button', { name: /Provider$/ }).click();
  await page.getByRole('option', { name: 'MinIO' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Store');
  await dialog.getByRole('textbox', { name: 'Bucket' }).fill('runs');
  await dialog.getByRole('textbox', { name: 'Access key' }).fill(secret);
  await expect(dialog.getByText(/This looks like a secret/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Access key' }).fill('AKTEST1');
  await dialog.getByLabel('Secret key').fill(secret);
  await dialog.getByRole('button', { name: 'Create and test' }).click();
  await expect(dialog.getByText('Where does the store answer?')).toBeVisible();
  await dialog.getByText('Permissions, a test by hand').click();
  const shown = await dialog.innerText();
  expect(shown).toContain('export AWS_ACCESS_KEY_ID=AKTEST1');
  expect(shown).toContain('s3:PutObject');
  expect(shown).toContain('--request POST');
  expect(shown).not.toContain(secret);

  await dialog.getByRole('textbox', { name: 'Endpoint' }).fill('https://s3.nowhere.example');
  await dialog.getByRole('button', { name: 'Create and test' }).click();
  const advice = dialog.getByRole('region', { name: 'What to do about the refusal' });
  await expect(advice.getByRole('listitem').first()).toContainText('(CORS)');
  await expect(advice.getByRole('region', { name: 'Let this page write' })).toContainText(
    'cors_allow_origin',
  );
  // Another store has not refused anything.
  await dialog.getByRole('button', { name: /Provider$/ }).click();
  await page.getByRole('option', { name: 'Amazon S3' }).click();
  await expect(advice).toHaveCount(0);
});

test('a schedule says its coming windows, and is cancelled for good', async ({ page, engine }) => {
  await connect(page, { ...engine, isRemembered: true });
  await page.getByRole('link', { name: 'Exports' }).click();
  await page.getByRole('button', { name: 'New export' }).click();
  const dialog = page.getByRole('dialog', { name: 'New export' });
  await chooseProject(page, PROJECT);
  await dialog.getByRole('button', { name: /When$/ }).click();
  await page.getByRole('option', { name: /Again and again/ }).click();
  await expect(page.getByRole('region', { name: 'What will happen' })).toContainText(
    'ten minutes after its end',
  );
  await dialog.getByRole('button', { name: 'Start the schedule' }).click();
  const detail = page.getByRole('article', { name: /^Export / });
  await expect(detail.getByText('Scheduled').first()).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel the export' }).click();
  await expect(detail.getByText('Cancelled').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toHaveCount(0);
});
