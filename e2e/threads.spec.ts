/** Conversations: a list, turns with what is new in them, and the same without the servers' own threads. */
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { printLink } from '../src/url/link.ts';
import type { ThreadsScreen } from '../src/url/screens.ts';
import { CONNECTIONS, connect } from './support/connecting.ts';
import { expect, test } from './support/fixtures.ts';
import { LONG, longThread, SHORT } from './support/long-thread.ts';
import { FAILED_REQUEST } from './support/page-guard.ts';
import { cells, grid, rowNames, rows, writeFilter } from './support/run-table.ts';
import { isRoot, projectNamed, runsOfProject } from './support/sample.ts';

const PROJECT = 'support-assistant-prod';
const address = (change: Partial<ThreadsScreen> = {}) =>
  printLink({
    kind: 'threads',
    deployment: { kind: 'sample' },
    project: projectNamed(PROJECT),
    window: { kind: 'all' },
    filter: '',
    ...change,
  });

const KEYS = ['session_id', 'thread_id', 'conversation_id'];
const metadataOf = (run: unknown) =>
  ((run as { extra?: { metadata?: Record<string, unknown> } }).extra?.metadata ?? {}) as Record<
    string,
    unknown
  >;
const threads = new Map<string, { key: string; turns: number }>();
for (const run of runsOfProject(PROJECT).filter(isRoot)) {
  const key = KEYS.find((name) => metadataOf(run)[name] !== undefined);
  if (key === undefined) continue;
  const id = String(metadataOf(run)[key]);
  threads.set(id, { key, turns: (threads.get(id)?.turns ?? 0) + 1 });
}

const rowOf = (page: Page, id: string) =>
  rows(page).filter({ has: page.getByRole('link', { name: id, exact: true }) });

test('threads are listed with their turns and users, whichever key names them', async ({ page }) => {
  // High enough to render all of them.
  await page.setViewportSize({ width: 1440, height: 100 + threads.size * 40 });
  await page.goto(address());
  await expect(page.getByText(`All ${threads.size} threads of this window`)).toBeVisible();
  const seen = new Set<string>();
  for (const [id, { key, turns }] of threads) {
    if (seen.has(key)) continue;
    seen.add(key);
    await expect(rowOf(page, id).getByRole('gridcell').nth(1)).toHaveText(String(turns));
  }
  await expect(page.getByRole('gridcell', { name: /^u_/ }).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
});

test('the list is sorted, its columns are chosen, its rows are marked and summed, and a link shows the same', async ({
  page,
  context,
}) => {
  await page.goto(address());
  await rowNames(page);
  await page.getByRole('button', { name: 'Turns column' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Sort loaded rows descending' }).press('Enter');
  await expect(page.getByText(/Sorted by turns, highest first, among the \d+ loaded rows/)).toBeVisible();
  const most = [...threads.values()].map(({ turns }) => turns).toSorted((a, b) => b - a);
  await expect(cells(page, 2).first()).toHaveText(String(most[0]));
  await page.getByRole('button', { name: 'Users column' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Hide column' }).press('Enter');
  await expect(page.getByRole('columnheader', { name: /^Users/ })).toHaveCount(0);

  await rows(page).first().hover();
  await page.getByRole('checkbox', { name: 'Select row 1', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Select row 2', exact: true }).click();
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText(`2 selected · ${most[0]! + most[1]!} turns`);

  const names = await rowNames(page);
  const colleague = await context.newPage();
  await colleague.goto(page.url());
  await expect.poll(() => rowNames(colleague)).toEqual(names);
  await expect(colleague.getByRole('columnheader', { name: /^Users/ })).toHaveCount(0);
  await colleague.close();

  await bar.getByRole('button', { name: 'Show their turns' }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(most[0]! + most[1]! + 1));
});

test('a conversation is read turn by turn, jumped through, linked, and taken out as Markdown', async ({
  page,
}) => {
  const [id, { turns }] = [...threads].find(([, thread]) => thread.turns >= 4)!;
  await page.goto(address());
  await page.getByRole('link', { name: id }).click();
  await expect(page.getByRole('navigation', { name: 'Turns' }).getByRole('button')).toHaveCount(turns);
  // It says what it is about, whose it is and where.
  const title = page.getByRole('heading', { level: 1 });
  const first = await page.getByRole('navigation', { name: 'Turns' }).getByRole('button').first().innerText();
  await expect(title).toHaveText(first.replace(/^1\s*/, ''));
  await expect(page.getByRole('link', { name: PROJECT, exact: true })).toBeVisible();
  await expect(page.getByText(/^User u_/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy thread id' })).toBeVisible();
  await expect(
    page.getByRole('article', { name: 'Turn 1', exact: true }).getByText('User').first(),
  ).toBeVisible();
  await page.getByRole('navigation', { name: 'Turns' }).getByRole('button').nth(2).click();
  await expect(page).toHaveURL(/turn=/);
  await expect(page.getByRole('article', { name: 'Turn 3' })).toBeInViewport();
  // The history that the turn repeats is folded, and a press away.
  const third = page.getByRole('article', { name: 'Turn 3' });
  const fold = third.getByRole('button', { name: /earlier message/ }).first();
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  const shown = await third.getByRole('article').count();
  await fold.click();
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  expect(await third.getByRole('article').count()).toBeGreaterThan(shown);
  await fold.click();
  await expect(third.getByText('Other outputs').first()).toBeVisible();
  // So is the state that travels along.
  const state = third.getByRole('group').filter({ hasText: /^Unchanged outputs.*flagged/ });
  await expect(state).not.toHaveAttribute('open');
  await state.getByText('Unchanged outputs').click();
  await expect(state).toHaveAttribute('open');
  await page.getByRole('region', { name: 'Conversation' }).focus();
  await page.keyboard.press('j');
  await expect(page.getByRole('article', { name: 'Turn 4' })).toHaveAttribute('aria-current', 'true');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as Markdown' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text.match(/^## Turn /gm)).toHaveLength(turns);
  expect(text).toContain(id);

  await page.getByRole('article', { name: 'Turn 4' }).getByRole('link', { name: 'Trace' }).click();
  await expect(page.getByRole('tree', { name: 'Runs of this trace' })).toBeVisible();
  await page.getByRole('link', { name: id }).click();
  await expect(page.getByRole('article', { name: 'Turn 4' })).toHaveAttribute('aria-current', 'true');
});

test('a long thread is read to its end and by its failures, also on a phone', async ({ page }) => {
  await page.goto(CONNECTIONS);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open files…' }).click();
  await (
    await chooser
  ).setFiles({ name: 'long.jsonl', mimeType: 'application/json', buffer: Buffer.from(longThread()) });
  await page.getByRole('link', { name: 'Explore the opened files' }).click();
  await page.getByRole('link', { name: 'Threads' }).click();
  await expect(rowOf(page, SHORT.id).getByRole('gridcell', { name: SHORT.user, exact: true })).toBeVisible();

  // Turns failed long ago, and the last one answered.
  await expect(rowOf(page, LONG.id).getByTitle(/^Newest error: Timeout/)).toHaveText('2');
  await expect(rowOf(page, LONG.id).getByText(/^An answer/)).toBeVisible();
  await page.getByRole('link', { name: LONG.id, exact: true }).click();
  const names = page.getByRole('navigation', { name: 'Turns' });
  const current = names.locator('[aria-current=true]');
  await expect(names.getByRole('button')).toHaveCount(LONG.turns);
  await expect(names.getByRole('button').first()).toHaveText('1Question 1 of busy');
  const text = page.getByRole('region', { name: 'Conversation' });
  await text.press('End');
  await expect(current).toHaveText(new RegExp(`^${LONG.turns}`));
  await expect(
    page.getByRole('article', { name: `Turn ${LONG.turns}` }).getByText(/An answer/),
  ).toBeInViewport();
  const place = await text.evaluate((element) => [
    element.scrollTop + element.clientHeight,
    element.scrollHeight,
  ]);
  expect(Math.abs(place[0]! - place[1]!)).toBeLessThan(3);

  await page.keyboard.press('e');
  await expect(page.getByRole('article', { name: `Turn ${LONG.failed[0]}`, exact: true })).toBeInViewport();
  await page.getByRole('button', { name: 'Next failed turn (e)' }).click();
  await expect(page.getByRole('article', { name: `Turn ${LONG.failed[1]}`, exact: true })).toBeInViewport();
  await expect(current).toHaveText(new RegExp(`^${LONG.failed[1]}`));
  // Reading on moves the mark.
  await text.hover();
  await page.mouse.wheel(0, 6000);
  await expect(current).toHaveText(/^3(5[1-9]|[6-9])/);

  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: /Turn 3\d\d of 400/ }).click();
  await names.getByRole('button').nth(11).click();
  await expect(page.getByRole('article', { name: 'Turn 12', exact: true })).toBeInViewport();
});

test('an empty list says what keeps threads away, and takes it away', async ({ page }) => {
  const nothing = 'eq(name, "no such run")';
  await page.goto(address({ filter: nothing, window: { kind: 'relative', seconds: 900 } }));
  const empty = page.getByRole('status').filter({ has: page.getByRole('heading', { name: 'No threads' }) });
  await expect(empty).toContainText(`in the window “Last 15 minutes” that matches the filter ${nothing}`);
  await empty.getByRole('button', { name: 'Look at all time' }).click();
  await expect(empty).toContainText(`at any time that matches the filter ${nothing}`);
  await empty.getByRole('button', { name: 'Clear the filter' }).click();
  await rowNames(page);

  await writeFilter(page, 'Turn filter', 'eq(stat, 1)');
  await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('search').getByRole('list', { name: /Problems/ })).toBeVisible();
  await writeFilter(page, 'Turn filter', nothing);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(empty).toContainText(nothing);
  await page.goto(address({ filter: 'eq(status' }));
  await expect(page.getByRole('heading', { name: 'This filter has errors' })).toBeVisible();
});

test('a project that is not there is said', async ({ page, guard }) => {
  guard.expect(FAILED_REQUEST);
  await page.goto(address({ project: { id: '00000000-0000-4000-8000-000000000001', name: 'gone' } }));
  await expect(page.getByRole('heading', { name: 'The server does not know this project' })).toBeVisible();
});

test('the query of the guide finds the turns that the page shows', async ({ page }) => {
  const [id, { turns }] = [...threads].find(([, thread]) => thread.turns >= 3)!;
  await page.goto(
    printLink({
      kind: 'runs',
      deployment: { kind: 'sample' },
      view: 'traces',
      projects: [projectNamed(PROJECT)],
      window: { kind: 'all' },
      filter: '',
      traceFilter: '',
      treeFilter: '',
      args: {},
    }),
  );
  await rowNames(page);
  await writeFilter(
    page,
    'Trace filter',
    `and(in(metadata_key, ["session_id","conversation_id","thread_id"]), eq(metadata_value, "${id}"))`,
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(turns + 1));
});

test('a server that knows neither threads nor thread_id gets its root runs grouped by their metadata', async ({
  page,
  engine,
  guard,
}) => {
  guard.expect(FAILED_REQUEST);
  const headers = { 'access-control-allow-origin': '*' };
  await page.route(/\/(api\/)?v2\/|\/runs\/group$/, (route) =>
    route.request().method() === 'OPTIONS'
      ? route.fallback()
      : route.fulfill({ status: 404, headers, json: { detail: 'Not Found' } }),
  );
  await page.route(/\/v1\/runs\/query$/, async (route) => {
    if (route.request().method() === 'OPTIONS') return route.fallback();
    const { select = [], filter = '' } = route.request().postDataJSON() as {
      select?: string[];
      filter?: string;
    };
    const detail = [{ loc: ['body', 'select', select.indexOf('thread_id')], msg: 'unknown' }];
    if (select.includes('thread_id')) return route.fulfill({ status: 422, headers, json: { detail } });
    if (filter.includes('thread_id,'))
      return route.fulfill({ status: 400, headers, json: { detail: 'Unknown field thread_id' } });
    return route.fallback();
  });
  await connect(page, engine);
  await page.getByRole('link', { name: 'Threads' }).click();
  await page.getByRole('button', { name: /^Project/ }).click();
  await page.getByRole('searchbox', { name: 'Search projects' }).fill(PROJECT);
  await page
    .getByRole('button', { name: new RegExp(`^${PROJECT}`) })
    .first()
    .click();
  await page.getByRole('button', { name: /^Time window/ }).click();
  await page.getByRole('button', { name: 'All time' }).click();
  await expect(
    page.getByText(/This server lists no threads; its root runs are read, newest first, and grouped here/),
  ).toBeVisible();
  await expect(page.getByText(`All ${threads.size} threads of this window`)).toBeVisible();
  await expect(page.getByRole('gridcell', { name: /^u_/ }).first()).toBeVisible();
  const [id, { turns }] = [...threads].find(([, thread]) => thread.turns >= 3)!;
  await page.goto(page.url().replace('/threads', `/threads/${encodeURIComponent(id)}`));
  await expect(page.getByRole('navigation', { name: 'Turns' }).getByRole('button')).toHaveCount(turns);
});
