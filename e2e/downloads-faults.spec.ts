/** Downloads in bad weather: nothing is lost, nothing is doubled, and what is unfinished is called so. */
import type { Page } from 'playwright/test';
import { connect } from './support/connecting.ts';
import {
  allRuns,
  chooseFormat,
  jsonLines,
  openForm,
  saved,
  start,
  texts,
  withoutFileDialog,
} from './support/downloads.ts';
import { type FaultyProxy, type Fate, startFaultyProxy } from './support/faulty-proxy.ts';
import { expect, test } from './support/fixtures.ts';
import { FAILED_REQUEST } from './support/page-guard.ts';
import { runsOfProject } from './support/sample.ts';

const PROJECT = 'docs-rag-staging';
const EVERY_ID = runsOfProject(PROJECT)
  .map(({ id }) => id)
  .toSorted();

let proxy: FaultyProxy;
test.beforeEach(async ({ page, engine, guard }) => {
  proxy = await startFaultyProxy(engine.url);
  guard.expect(FAILED_REQUEST);
  await withoutFileDialog(page);
});
test.afterEach(() => proxy.close());

const idsIn = (file: Parameters<typeof jsonLines>[0]) => texts(jsonLines(file), 'id');
const card = (page: Page) => page.getByRole('article', { name: `Runs of ${PROJECT}` });
const goToList = (page: Page) => page.getByRole('link', { name: 'Downloads' }).click();

async function prepare(page: Page, key: string): Promise<void> {
  await connect(page, { url: proxy.url, key, isRemembered: true });
  await page.goto(allRuns(proxy.url, PROJECT));
  await openForm(page);
  await chooseFormat(page, 'JSON lines');
}

test('a storm of 429, 503 and connections cut in the middle of a page', async ({ page, engine }) => {
  const storm: Fate[] = ['too many', 'cut', 'ok', 'broken', 'too many', 'too many', 'cut', 'ok', 'cut'];
  proxy.fate = (count) => storm[count - 1] ?? 'ok';
  await prepare(page, engine.key);
  const { data, manifest } = await saved(page, () => start(page));
  expect(idsIn(data).toSorted()).toEqual(EVERY_ID);
  expect(manifest).toMatchObject({ complete: true, gaps: [], rows: EVERY_ID.length });
  expect(proxy.pages).toBeGreaterThan(storm.length);
});

test('a closed tab resumes in another one, behind its last row', async ({ page, context, engine }) => {
  proxy.fate = (count) => (count > 2 ? 'hold' : 'ok');
  await prepare(page, engine.key);
  const again = await context.newPage();
  await again.goto('#/1/downloads');
  await expect(again.getByText('No downloads yet')).toBeVisible();
  await start(page);
  await goToList(page);
  await expect(card(page)).toContainText(/^.*Reading/);
  await expect(card(page)).toContainText(/[1-9]\d* of about/);
  await expect(card(again)).toContainText('Runs in another tab');
  proxy.fate = () => 'ok';
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  expect((await asked).type()).toBe('beforeunload');
  await Promise.all([page.waitForEvent('close'), asked.then((dialog) => dialog.accept())]);
  await expect(card(again)).toContainText('Interrupted');
  await again.reload();
  await expect(again.getByRole('region', { name: 'Messages' })).toContainText('interrupted by a closed tab');
  const { data, manifest } = await saved(again, () =>
    card(again).getByRole('button', { name: 'Resume' }).click(),
  );
  expect(idsIn(data).toSorted()).toEqual(EVERY_ID);
  await expect(card(again)).toContainText('Done');
  // The pages of the first tab are not asked for again, but for the one that never came.
  expect(proxy.pages).toBeLessThanOrEqual(Number(manifest['requests']) + 2);
});

test('paused, saved as far as it came, resumed, and whole', async ({ page, engine }) => {
  proxy.fate = (count) => (count > 2 ? 'hold' : 'ok');
  await prepare(page, engine.key);
  await start(page);
  await goToList(page);
  await expect(card(page)).toContainText(/[1-9]\d* of about/);
  await card(page).getByRole('button', { name: 'Pause' }).click();
  await expect(card(page)).toContainText('Paused');
  const partial = await saved(page, () =>
    card(page).getByRole('button', { name: 'Save what is here' }).click(),
  );
  expect(partial.data.name).toMatch(/\.partial\.jsonl$/);
  expect(partial.manifest).toMatchObject({
    complete: false,
    gaps: [expect.stringContaining('the rest is missing')],
  });
  const some = idsIn(partial.data);
  expect(some.length).toBeGreaterThan(0);
  expect(some.length).toBeLessThan(EVERY_ID.length);
  await expect(card(page)).toContainText('Incomplete');
  await expect(card(page).getByRole('list', { name: 'Remarks' })).toContainText('the rest is missing');

  proxy.fate = () => 'ok';
  const whole = await saved(page, () => card(page).getByRole('button', { name: 'Resume' }).click());
  expect(whole.data.name).not.toContain('partial');
  expect(idsIn(whole.data).toSorted()).toEqual(EVERY_ID);
  expect(whole.manifest).toMatchObject({ complete: true, gaps: [] });
});

test('a disk that refuses is explained, and the download goes on when there is space', async ({
  page,
  context,
  engine,
  site,
}) => {
  const devtools = await context.newCDPSession(page);
  const origin = new URL(site.url).origin;
  await prepare(page, engine.key);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000 });
  await start(page);
  await goToList(page);
  await expect(card(page).getByRole('alert')).toContainText('The disk refused');
  await expect(card(page).getByRole('alert')).toContainText('Free some space');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  const { data } = await saved(page, () => card(page).getByRole('button', { name: 'Resume' }).click());
  expect(idsIn(data).toSorted()).toEqual(EVERY_ID);
});

test('cancelling asks before rows are thrown away, and leaves nothing behind', async ({ page, engine }) => {
  proxy.fate = (count) => (count > 2 ? 'hold' : 'ok');
  await prepare(page, engine.key);
  await start(page);
  await goToList(page);
  await expect(card(page)).toContainText(/[1-9]\d* of about/);
  await card(page).getByRole('button', { name: 'Cancel' }).click();
  await card(page).getByRole('button', { name: 'Keep' }).click();
  await card(page).getByRole('button', { name: 'Cancel' }).click();
  await card(page).getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('No downloads yet')).toBeVisible();
  const left = await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('downloads');
    let files = 0;
    for await (const _ of folder.keys()) files += 1;
    return files;
  });
  expect(left).toBe(0);
});

test('a chosen file is written in place, and left alone until it is whole', async ({ page, engine }) => {
  await page.addInitScript(() => {
    // The dialog is the browser's; what it hands out is a handle like this one.
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
    });
  });
  await prepare(page, engine.key);
  const [manifest] = await Promise.all([page.waitForEvent('download'), start(page)]);
  const name = manifest.suggestedFilename().replace('.manifest.json', '');
  const text = await page.evaluate(async (file) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(file);
    return (await handle.getFile()).text();
  }, name);
  expect(idsIn({ name, path: '', text: () => text }).toSorted()).toEqual(EVERY_ID);
});
