import type { Page } from 'playwright/test';
import { projectAddress, traceAddress } from './support/addresses.ts';
import { printLink } from '../src/url/link.ts';
import { waitForIdle } from '../src/tools/wait-for-idle.ts';
import { expect, test } from './support/fixtures.ts';
import { rowNames } from './support/run-table.ts';
import { projectNamed, rootWhere } from './support/sample.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'Search or run a command' });

/** Keyboard only: opens the palette, types, and waits until the first result is as expected. */
async function find(page: Page, text: string, first: RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.insertText(text);
  await expect(page.getByRole('option', { selected: true })).toHaveText(first);
}

/** Of the sample's project “newsroom”. */
const THREAD = 'newsroom-13-OIUXO7';

/** Of “support-assistant-prod”. */
const OF_FIVE_TURNS = 'd7e41fe3-0aa4-43c2-b86c-ea3522b4f2fc';

const tree = (page: Page) => page.getByRole('tree', { name: 'Runs of this trace' });

test('by keyboard alone: a project, an action, a button, a recent trace', async ({ page }) => {
  const root = rootWhere((_, size) => size > 10 && size < 25);
  await page.goto(traceAddress(root));
  await expect(tree(page)).toBeVisible();

  await find(page, 'failure-dr', /^failure-drills.*Project$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(projectNamed('failure-drills').id));
  await rowNames(page);

  await find(page, 'all time', /^All time/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/window=all/);
  await expect(box(page)).toHaveCount(0);
  await rowNames(page);

  await find(page, 'only fail', /^Only failed/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/error=true/);

  // The same panel that the button opens; Escape leads back to the page.
  await find(page, 'share', /^Share this view/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Share this view' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Share this view' })).toBeFocused();

  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('option').first()).toContainText('Recent trace');
  await expect(page.getByRole('option').nth(1)).toHaveText(/Project$/);
  await expect(page.getByRole('option', { name: /^Status: / })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/trace/${root.trace_id}`));
  await expect(tree(page)).toBeVisible();
});

test('a pasted id or link goes there', async ({ page }) => {
  const root = rootWhere((_, size) => size > 10 && size < 25);
  await page.goto(projectAddress('newsroom'));
  await rowNames(page);
  await find(page, root.id, /^Open the run or trace/);
  await page.keyboard.press('Enter');
  await expect(tree(page)).toBeVisible();

  await find(
    page,
    `https://elsewhere.example/x/${projectAddress('newsroom', { view: 'runs' })}`,
    /^Open this Runlens/,
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/view=runs/);
  await rowNames(page);

  // Nobody is asked on the word of a link: a server that is not connected explains itself.
  await find(
    page,
    `https://smith.langchain.com/o/${root.id}/projects/p/${root.id}/r/${root.id}`,
    /^Open the run/,
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'This link shows runs of another server' })).toBeVisible();
});

test('a project and a thread are found by what they are', async ({ page }) => {
  const { id } = projectNamed('newsroom');
  await page.goto(projectAddress('failure-drills'));
  await rowNames(page);
  // Entered before anybody can have said what the id is of.
  await page.keyboard.press('ControlOrMeta+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.insertText(id);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/runs.*project=${id}`));
  await rowNames(page);

  await find(page, THREAD, /^Open the thread/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/threads/${THREAD}`));
  await expect(page.getByRole('status').filter({ hasText: /turns?\b/ })).toBeVisible();

  // An id as logs write it; a page that Runlens has not; words that name nothing.
  await find(page, id.replaceAll('-', ''), /^Open the project/);
  const options = page.getByRole('option');
  const palette = page.getByRole('dialog', { name: 'Search or run a command' });
  for (const [text, note, offered] of [
    [`https://smith.langchain.com/o/${id}/datasets/${id}`, 'a link to a dataset in LangSmith', ['new tab']],
    [`https://smith.langchain.com/o/${id}/settings`, 'a link to the settings in LangSmith', ['new tab']],
    ['https://google.com/', 'Nothing fits', []],
    [`{"run_id":"${id}"}`, 'Nothing fits', []],
    ['zebra', 'Nothing else fits', ['Look for a thread named “zebra”']],
  ] as const) {
    await box(page).fill(text);
    await expect(palette.getByText(note)).toBeVisible();
    await expect(options).toHaveText(offered.map((label) => new RegExp(label)));
  }
  await box(page).fill(new URL(`/public/${id}/r`, page.url()).href);
  await page.context().route('**/public/**', (route) => route.fulfill({ body: 'Shared' }));
  const elsewhere = page.waitForEvent('popup');
  await expect(options).toHaveText(/^Open this link in a new tab/);
  await page.keyboard.press('Enter');
  await (await elsewhere).waitForURL(`**/public/${id}/r`);
});

test('another project keeps the page and its window', async ({ page }) => {
  await page.goto(projectAddress('failure-drills', { filter: 'eq(status, "error")', view: 'runs' }));
  await rowNames(page);
  await find(page, 'newsroom', /^newsroom.*Project$/);
  await page.keyboard.press('Enter');
  const { id } = projectNamed('newsroom');
  await expect(page).toHaveURL(new RegExp(`/runs.*project=${id}.*view=runs&window=all$`));
  await rowNames(page);

  await find(page, 'threads', /^Threads.*Page$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^All \d+ threads/)).toBeVisible();
  await find(page, 'last 30', /^Last 30 days/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/threads.*window=30d/);
  await find(page, 'failure-dr', /^failure-drills.*Project$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(
    new RegExp(`/threads.*project=${projectNamed('failure-drills').id}.*window=30d`),
  );
  await waitForIdle(page);
});

test('a conversation: its actions, then its turns by their number', async ({ page }) => {
  const project = projectNamed('support-assistant-prod');
  await page.goto(
    printLink({
      kind: 'threads',
      deployment: { kind: 'sample' },
      project,
      window: { kind: 'all' },
      filter: '',
      threadId: OF_FIVE_TURNS,
    }),
  );
  const turns = page.getByRole('navigation', { name: 'Turns' }).getByRole('button');
  await expect(page.getByRole('article', { name: 'Turn 1', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy message' }).first()).toBeVisible();
  const count = 5;
  await expect(turns).toHaveCount(count);
  await page.keyboard.press('ControlOrMeta+k');
  const options = page.getByRole('option');
  await expect(options.filter({ hasText: 'Connections' })).toBeVisible();
  const all = await options.allTextContents();
  expect(all.slice(-count).every((text, index) => text.startsWith(`Turn ${index + 1}: `))).toBe(true);
  expect(all.filter((text) => /^Turn |^Copy (message|output)|^\d{4}-/.test(text))).toHaveLength(count);
  await page.keyboard.press('Escape');
  await find(page, 'turn 4', /^Turn 4: /);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/turn=/);
  await expect(turns.nth(3)).toHaveAttribute('aria-current', 'true');

  await page.goto(projectAddress('newsroom'));
  await rowNames(page);
  await find(page, 'refresh', /^Load again/);
  await expect(options).toHaveCount(1);
});

test('single-letter shortcuts can be switched off, and stay off', async ({ page }) => {
  await page.goto(traceAddress(rootWhere((_, size) => size > 10 && size < 25)));
  const timeline = page.getByRole('button', { name: 'Timeline (t)' });
  await tree(page).focus();
  await page.keyboard.press('t');
  await expect(timeline).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help.getByText('Next or previous error')).toBeVisible();
  await help.getByRole('switch', { name: 'Single-letter shortcuts' }).press('Space');
  await page.keyboard.press('Escape');
  await page.reload();
  await tree(page).focus();
  await page.keyboard.press('t');
  await page.keyboard.press('?');
  await expect(timeline).toHaveAttribute('aria-pressed', 'false');
  await expect(help).toHaveCount(0);

  await find(page, 'single letter', /^Switch single-letter shortcuts on/);
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveCount(0);
  // The palette gives the focus back when it is gone.
  await waitForIdle(page);
  await tree(page).focus();
  await page.keyboard.press('t');
  await expect(timeline).toHaveAttribute('aria-pressed', 'true');
});
