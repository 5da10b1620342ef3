/** Exports that stumble, that are stopped, that are left and found again, and that come by themselves. */
import type { Page } from 'playwright/test';
import { connect } from './support/connecting.ts';
import { type EngineProcess, startEngineProcess } from './support/engine-process.ts';
import { fillDestination, openDestinationForm, openExportForm, startExport } from './support/export-forms.ts';
import { expect, test } from './support/fixtures.ts';
import { type MoodyStore, startMoodyStore } from './support/moody-store.ts';

test.describe.configure({ mode: 'serial' });

const PROJECT = 'failure-drills';
const STORE = 'Moody store';
/** An hour of the server in half a second: its waits of 30 seconds are nothing, a day is 12 seconds. */
const SPEED = 7200;

let engine: EngineProcess;
let store: MoodyStore;

test.beforeAll(async () => {
  engine = await startEngineProcess(['--speed', String(SPEED)]);
  store = await startMoodyStore();
});

test.afterAll(async () => {
  await engine?.stop();
  store?.stop();
});

async function connectTo(page: Page) {
  await connect(page, { ...engine, isRemembered: true });
}

const days = (page: Page) => page.getByRole('list', { name: /^Days of / }).getByRole('button');

test('a day that fails twice is tried again, tells why, and the export completes', async ({ page }) => {
  await connectTo(page);
  const form = await openDestinationForm(page);
  await fillDestination(form, STORE, {
    bucket: 'runs',
    endpoint: store.url,
    key: 'AKTEST1',
    secret: 'secret',
  });
  await form.getByRole('button', { name: 'Create and test' }).click();
  await expect(page.getByRole('list', { name: 'Destinations' })).toContainText(STORE);
  store.refuseFirstFolder(2);
  const detail = await startExport(page, await openExportForm(page, STORE, PROJECT));
  await expect(detail.getByText('Completed').first()).toBeVisible({ timeout: 25_000 });
  const told: string[] = [];
  for (const day of await days(page).all()) {
    await day.click();
    told.push(await detail.getByRole('group', { name: /^Day / }).innerText());
  }
  const stumbled = told.filter((text) => text.includes('tried again'));
  expect(stumbled).toHaveLength(1);
  expect(stumbled[0]).toMatch(/tried again 2 times/);
  expect(stumbled[0]!.match(/retry \d: SlowDown: Reduce your request rate/g)).toHaveLength(2);
  expect(told.filter((text) => !text.includes('Completed'))).toEqual([]);
});

test('a running export survives a reload; cancelled in the middle, it keeps what is written', async ({
  page,
}) => {
  await connectTo(page);
  store.hold();
  const detail = await startExport(page, await openExportForm(page, STORE, PROJECT));
  await expect(detail.getByRole('progressbar')).toBeVisible();
  await expect.poll(() => store.keys.length).toBeGreaterThan(0);
  await page.reload();
  await expect(detail.getByText('Running').first()).toBeVisible();
  store.letGo();
  store.hold();
  await expect(days(page).filter({ hasText: '✓' }).first()).toBeVisible({ timeout: 25_000 });
  await detail.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel the export' }).click();
  await expect(detail.getByText('Cancelled').first()).toBeVisible();
  store.letGo();
  const names = async () =>
    days(page).evaluateAll((each) => each.map((day) => day.getAttribute('aria-label')));
  await expect(async () => {
    expect((await names()).filter((name) => /Running|Waiting|Created/.test(name!))).toEqual([]);
  }).toPass();
  expect((await names()).filter((name) => name!.includes('Completed')).length).toBeGreaterThan(0);
  expect((await names()).filter((name) => name!.includes('Cancelled')).length).toBeGreaterThan(1);

  // What was not written is one press away.
  store.letGo();
  await page
    .getByRole('button', { name: /Export these \d+ unwritten days again/ })
    .or(page.getByRole('button', { name: 'Export this day again' }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Start the export' }).click();
  await expect(detail.getByText('Completed').first()).toBeVisible({ timeout: 25_000 });
});

test('a schedule starts an export for each window that is over', async ({ page }) => {
  await connectTo(page);
  const form = await openExportForm(page, STORE, PROJECT);
  await form.getByRole('button', { name: /When$/ }).click();
  await page.getByRole('option', { name: /Again and again/ }).click();
  await form.getByRole('button', { name: 'Start the schedule' }).click();
  const detail = page.getByRole('article', { name: /^Export / });
  await expect(detail.getByText('Scheduled').first()).toBeVisible();
  const schedule = (await detail.getAttribute('aria-label'))!.replace('Export ', '');
  const started = async () => {
    const response = await fetch(`${engine.url}/bulk-exports`, { headers: { 'x-api-key': engine.key } });
    const all = (await response.json()) as { source_bulk_export_id: string | null }[];
    return all.filter(({ source_bulk_export_id: id }) => id === schedule).length;
  };
  await expect(detail.getByRole('region', { name: 'Coming windows' })).toContainText('exported at');
  // Those of the past come at once, the next one when its day is over.
  await expect.poll(started).toBeGreaterThan(0);
  const ofThePast = await started();
  await expect.poll(started, { timeout: 40_000 }).toBeGreaterThan(ofThePast + 1);
  // The list looks for them once a minute; who loads it anew has them at once.
  await detail.getByRole('link', { name: 'All exports' }).click();
  await page.reload();
  await page
    .getByRole('table', { name: 'Exports' })
    .getByRole('row', { name: /Completed/ })
    .first()
    .getByRole('link', { name: /Open export/ })
    .click();
  await expect(detail).toContainText(`schedule ${schedule}`);
});
