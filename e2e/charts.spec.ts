/** When it happened, and what is different: the chart over the window of the question. */
import { AxeBuilder } from '@axe-core/playwright';
import { projectAddress } from './support/addresses.ts';
import { connect } from './support/connecting.ts';
import { expect, test } from './support/fixtures.ts';
import { grid, rowNames } from './support/run-table.ts';
import { runsOfProject } from './support/sample.ts';

const PROJECT = 'support-assistant-prod';
const all = runsOfProject(PROJECT);

test('the chart counts everything; a stretch of it becomes the window, and Back undoes it', async ({
  page,
}) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await page.getByRole('button', { name: 'Show the chart' }).click();
  const chart = page.getByRole('region', { name: 'Chart' });
  await expect(chart.getByText(/Counted in this browser over all matches/)).toBeVisible();
  const bars = chart.getByRole('listbox', { name: 'Runs by the time they started' });
  const counts = (await bars.getByRole('option').all()).map(async (bar) =>
    Number(/: ([\d,]+) runs?/.exec((await bar.getAttribute('aria-label')) ?? '')?.[1]?.replace(',', '')),
  );
  const numbers = await Promise.all(counts);
  expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(all.length);

  // By keyboard: the last three bars, then Enter.
  await bars.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(bars.getByRole('option', { selected: true })).toHaveCount(3);
  const inside = numbers.slice(-3).reduce((sum, count) => sum + count, 0);
  await page.getByRole('button', { name: 'Clear', exact: true }).press('Enter');
  await expect(bars.getByRole('option', { selected: true })).toHaveCount(0);
  await expect(bars).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.getByRole('button', { name: 'What is different here?' }).press('Enter');
  await expect(page.getByRole('region', { name: 'What is different here' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'What is different here' })).toContainText(
    `Over all matches: ${inside} inside, ${(all.length - inside).toLocaleString('en-US')} outside.`,
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  // A difference that is followed keeps the stretch.
  await page.getByRole('region', { name: 'What is different here' }).getByRole('button').first().click();
  await expect(page).toHaveURL(/filter=/);
  await expect(bars.getByRole('option', { selected: true })).not.toHaveCount(0);
  await page.goBack();
  await expect(bars.getByRole('option', { selected: true })).toHaveCount(3);
  await bars.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/window=\d{4}-/);
  await expect(page.getByRole('group', { name: 'Statistics' })).toContainText(`runs${inside}`);
  await expect(bars).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(/window=all/);
});

test('the mouse brushes too, and the same numbers stand in a table', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await page.getByRole('button', { name: 'Show the chart' }).click();
  const bars = page.getByRole('listbox', { name: 'Runs by the time they started' });
  const options = bars.getByRole('option');
  await expect(page.getByText(/Counted in this browser over all matches/)).toBeVisible();
  const labels = await options.evaluateAll((each) => each.map((one) => one.getAttribute('aria-label') ?? ''));
  const box = (await bars.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.3, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + 20, { steps: 4 });
  await page.mouse.up();
  expect(await bars.getByRole('option', { selected: true }).count()).toBeGreaterThan(5);
  await page.getByRole('button', { name: 'Show the numbers as a table' }).click();
  const table = page.getByRole('region', { name: 'Numbers by time' });
  const rows = table.getByRole('row');
  await expect(rows).toHaveCount(labels.length + 1);
  const cells = await rows.nth(1).getByRole('cell').allInnerTexts();
  expect(labels[0]).toContain(`: ${cells[0]} runs`);
});

test('groups are compared, and a press on one asks for it', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await page.getByRole('button', { name: 'Show the chart' }).click();
  await page.getByRole('button', { name: 'Compare groups' }).click();
  const groups = page.getByRole('region', { name: 'Groups' });
  const tools = all.filter((run) => run.run_type === 'tool');
  await page.getByRole('button', { name: /Compare by$/ }).click();
  await page.getByRole('option', { name: 'Type', exact: true }).click();
  await expect(groups.getByRole('row', { name: new RegExp(`^tool ${tools.length} `) })).toBeVisible();
  await groups.getByRole('button', { name: 'p99' }).click();
  await expect(groups.getByRole('columnheader', { name: /p99/ })).toHaveAttribute('aria-sort', 'descending');
  await groups.getByRole('button', { name: 'tool', exact: true }).click();
  await expect(page).toHaveURL(/filter=eq%28run_type,%20%22tool%22%29/);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(tools.length + 1));

  // Roots have no model: the way to those that have is one press.
  await page.goto(projectAddress(PROJECT, { chart: { metric: 'latency', groupBy: 'ls_model_name' } }));
  await page.getByRole('button', { name: 'Compare the LLM runs' }).click();
  const models = new Set(all.flatMap((run) => run.extra?.metadata?.['ls_model_name'] ?? []));
  await expect(groups.getByRole('row')).toHaveCount(models.size + 1);
  await expect(page.getByRole('list', { name: 'Legend' })).toContainText('p50 to p99');
});

test('a link brings the chart along, with what it shows and compares', async ({ page, context }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await page.getByRole('button', { name: 'Show the chart' }).click();
  await page.getByRole('radio', { name: 'Latency' }).press('Space');
  await page.getByRole('button', { name: 'Compare groups' }).click();
  await page.getByRole('button', { name: /Compare by$/ }).click();
  await page.getByRole('option', { name: 'Type', exact: true }).click();
  await expect(page).toHaveURL(/chart=latency~run_type/);
  const colleague = await context.newPage();
  await colleague.goto(page.url());
  await expect(colleague.getByRole('radio', { name: 'Latency' })).toBeChecked();
  await expect(colleague.getByRole('region', { name: 'Groups' })).toContainText('llm');
  await colleague.getByRole('button', { name: 'Hide the chart' }).click();
  await expect(colleague.getByRole('region', { name: 'Chart' })).toHaveCount(0);
  await colleague.close();
});

test('on a server the loaded rows are drawn, it is said, and all are counted when asked', async ({
  page,
  engine,
}) => {
  await connect(page, engine);
  await rowNames(page);
  await page.getByRole('button', { name: 'Show the chart' }).click();
  const chart = page.getByRole('region', { name: 'Chart' });
  await expect(chart.getByText(/From \d+ loaded rows/)).toBeVisible();
  await chart.getByRole('button', { name: /Count on the server/ }).click();
  await expect(chart.getByText('Counted by the server over all matches.')).toBeVisible();
});
