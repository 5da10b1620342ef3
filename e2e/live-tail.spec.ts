/** New runs while one watches: traced by LangSmith's own SDK into a server on this machine. */
import { randomUUID } from 'node:crypto';
import { Client } from 'langsmith';
import { printLink } from '../src/url/link.ts';
import { connect } from './support/connecting.ts';
import { expect, test } from './support/fixtures.ts';
import { rowNames, rows } from './support/run-table.ts';
import { projectNamed } from './support/sample.ts';

const PROJECT = projectNamed('failure-drills');

test.setTimeout(60_000);

test('runs that arrive are added above, and nothing that is being read moves', async ({ page, engine }) => {
  const client = new Client({ apiUrl: engine.url, apiKey: engine.key, autoBatchTracing: false });
  const trace = (name: string) =>
    client.createRun({
      id: randomUUID(),
      name,
      run_type: 'chain',
      inputs: { question: name },
      outputs: { answer: 'yes' },
      start_time: Date.now(),
      end_time: Date.now() + 5,
      project_name: PROJECT.name,
    });
  await connect(page, { ...engine, isRemembered: true });
  const deployment = { kind: 'server', url: engine.url } as const;
  await page.goto(
    printLink({
      kind: 'runs',
      deployment,
      view: 'traces',
      projects: [PROJECT],
      window: { kind: 'relative', seconds: 30 * 86_400 },
      filter: '',
      traceFilter: '',
      treeFilter: '',
      args: {},
    }),
  );
  const before = await rowNames(page);
  await page.getByRole('button', { name: 'Follow new runs live' }).click();
  await trace('arrives at the top');
  await expect(rows(page).first()).toContainText('arrives at the top', { timeout: 25_000 });
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
  await expect(waiting).toBeVisible({ timeout: 25_000 });
  expect(await place()).toEqual(read);
  await waiting.click();
  await page.getByRole('grid').hover();
  await page.mouse.wheel(0, -5000);
  await expect(rows(page).first()).toContainText('waits above');
});
