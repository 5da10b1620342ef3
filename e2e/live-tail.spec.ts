/** New runs while one watches: traced by LangSmith's own SDK into a server on this machine. */
import { randomUUID } from 'node:crypto';
import { Client } from 'langsmith';
import type { Page } from 'playwright/test';
import { printLink } from '../src/url/link.ts';
import type { RunsScreen } from '../src/url/screens.ts';
import { connect } from './support/connecting.ts';
import type { EngineProcess } from './support/engine-process.ts';
import { expect, test } from './support/fixtures.ts';
import { grid, rowNames, rows } from './support/run-table.ts';
import { projectNamed } from './support/sample.ts';

const PROJECT = projectNamed('failure-drills');

/** Looks are seconds apart, counts further. */
const SOON = { timeout: 25_000 };

test.setTimeout(60_000);

/** Traces into the project; `pending`: it is still running. */
function tracer(engine: EngineProcess) {
  const client = new Client({ apiUrl: engine.url, apiKey: engine.key, autoBatchTracing: false });
  const trace = async (name: string, pending = false) => {
    const id = randomUUID();
    await client.createRun({
      id,
      name,
      run_type: 'chain',
      inputs: { question: name },
      start_time: Date.now(),
      ...(pending ? {} : { outputs: { answer: 'yes' }, end_time: Date.now() + 5 }),
      project_name: PROJECT.name,
    });
    return () => client.updateRun(id, { outputs: { answer: 'late' }, end_time: Date.now() });
  };
  return trace;
}

async function watch(page: Page, engine: EngineProcess, screen: Partial<RunsScreen> = {}) {
  await connect(page, { ...engine, isRemembered: true });
  const link: RunsScreen = {
    kind: 'runs',
    deployment: { kind: 'server', url: engine.url },
    view: 'traces',
    projects: [PROJECT],
    window: { kind: 'relative', seconds: 30 * 86_400 },
    filter: '',
    traceFilter: '',
    treeFilter: '',
    args: {},
    ...screen,
  };
  await page.goto(printLink(link));
}

const follow = (page: Page) => page.getByRole('button', { name: 'Follow new runs live' }).click();

test('runs that arrive are added above, and nothing that is being read moves', async ({ page, engine }) => {
  const trace = tracer(engine);
  await watch(page, engine);
  const before = await rowNames(page);
  await follow(page);
  await trace('arrives at the top');
  await expect(rows(page).first()).toContainText('arrives at the top', SOON);
  await expect(rows(page).nth(1)).toContainText(before[0]!);

  // The focus stays with its row, and the keys go on from there.
  await rows(page).nth(2).getByRole('link').first().focus();
  await trace('arrives above the focus');
  await expect(rows(page).first()).toContainText('arrives above the focus', { timeout: 25_000 });
  await expect(rows(page).nth(3).getByRole('link').first()).toBeFocused();
  await page.keyboard.press(' ');
  await expect(rows(page).nth(3)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('row', { selected: true })).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(4).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');

  // Somebody reads further down: what comes waits behind a button.
  await page.getByRole('grid').hover();
  await page.mouse.wheel(0, 400);
  await rowNames(page);
  const inView = page.locator('[data-row="14"] [role=gridcell]').last();
  const place = async () => ({ text: await inView.innerText(), top: (await inView.boundingBox())!.y });
  const read = await place();
  await trace('waits above');
  const waiting = page.getByRole('button', { name: '1 new row above' });
  await expect(waiting).toBeVisible(SOON);
  expect(await place()).toEqual(read);
  await waiting.click();
  await expect(rows(page).first()).toContainText('waits above');
  await expect(rows(page).first().getByRole('link').first()).toBeFocused();
});

test('of a burst no run is missing, the numbers follow, and what is shown stays', async ({
  page,
  engine,
}) => {
  const trace = tracer(engine);
  const finish = await trace('still running', true);
  await watch(page, engine, { chart: { metric: 'count' } });
  await expect(rows(page).first()).toContainText('still running');
  await expect(rows(page).first()).toContainText('Running');
  const before = await grid(page).getAttribute('aria-rowcount');
  await follow(page);
  await finish();
  await expect(rows(page).first()).not.toContainText('Running', SOON);

  await Promise.all(Array.from({ length: 132 }, (_, index) => trace(`burst ${index}`)));
  await expect(page.getByText('132 came since')).toBeVisible(SOON);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(Number(before) + 132));
  const traces = page.getByRole('group', { name: 'Statistics' }).getByRole('definition').first();
  await expect(traces).toHaveText(String(Number(before) - 1 + 132), SOON);

  // The chart moves only when asked to.
  await expect(page.getByText('Chart and groups are 132 rows behind')).toBeVisible();
  await page.getByRole('button', { name: 'Count again' }).click();
  await expect(page.getByText('rows behind')).toBeHidden();

  await page.getByRole('button', { name: 'Stop following new runs' }).click();
  await expect(page.getByText('132 came since')).toBeVisible();
  await follow(page);
  await page
    .getByRole('button', { name: /^Latency/ })
    .first()
    .click();
  await expect(page.getByText('132 came since')).toBeVisible();
});

test('an empty list and a limited one grow', async ({ page, engine }) => {
  const trace = tracer(engine);
  await watch(page, engine, { filter: 'eq(name, "into the void")' });
  await expect(page.getByText('No traces', { exact: true })).toBeVisible();
  await follow(page);
  await trace('into the void');
  await expect(rows(page)).toHaveCount(1, SOON);
  await expect(rows(page).first()).toContainText('into the void');

  for (const name of ['one', 'two', 'three', 'four']) await trace(name);
  await watch(page, engine, { args: { limit: 2 } });
  expect(await rowNames(page)).toHaveLength(2);
  await follow(page);
  await trace('beyond the limit');
  await expect(rows(page).first()).toContainText('beyond the limit', SOON);
  await expect(rows(page)).toHaveCount(3);
});

test('loading again counts the groups again', async ({ page, engine }) => {
  const trace = tracer(engine);
  await watch(page, engine, { chart: { metric: 'count', groupBy: 'name' } });
  const groups = page.getByRole('region', { name: 'Groups' });
  await expect(page.getByText(/Counted by the server over all matches/)).toBeVisible();
  const name = `a group of its own ${randomUUID()}`;
  await trace(name);
  await page.getByRole('button', { name: 'Load again' }).click();
  await expect(rows(page).first()).toContainText(name);
  await expect(groups.getByRole('button', { name })).toBeVisible();
});

test('what came faster than it was read is named, and loaded when asked', async ({ page, engine }) => {
  const trace = tracer(engine);
  await watch(page, engine, { filter: 'search("flood")', chart: { metric: 'count' } });
  await trace('flood begins');
  await page.getByRole('button', { name: 'Load again' }).click();
  await expect(rows(page)).toHaveCount(1);
  // A server that gives few rows at a time: ten pages of a look do not reach down to what is known.
  await page.route('**/traces/query', (route) =>
    route.continue({ postData: JSON.stringify({ ...route.request().postDataJSON(), page_size: 2 }) }),
  );
  await Promise.all(Array.from({ length: 40 }, (_, index) => trace(`flood ${index}`)));
  await follow(page);
  const missing = page.getByRole('status').filter({ hasText: 'More runs came than were read' });
  await expect(missing).toBeVisible(SOON);
  const load = missing.getByRole('button', { name: 'Load them' });
  await expect(async () => {
    if (await load.isVisible()) await load.click();
    await expect(missing).toBeHidden({ timeout: 1000 });
  }).toPass(SOON);
  await expect(page.getByText('40 came since')).toBeVisible();
});
