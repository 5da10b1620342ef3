/** The table beyond listing: sorting what is loaded, a trace beside it, the height of its rows. */
import { AxeBuilder } from '@axe-core/playwright';
import { projectAddress } from './support/addresses.ts';
import { expect, test } from './support/fixtures.ts';
import { cells, rowNames, rows } from './support/run-table.ts';

const PROJECT = 'newsroom';
const amounts = (texts: readonly string[]) => texts.map((text) => Number(text.replace(/[^\d.]/g, '')) || 0);

test('loaded rows are sorted by any column, said to be only those, and linked', async ({ page, context }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  const names = await rowNames(page);
  await page.getByRole('button', { name: 'Tokens column' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Sort loaded rows descending' }).press('Enter');
  await expect(page.getByText(/Sorted by tokens, highest first, among the \d+ loaded rows/)).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /Tokens/ })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('columnheader', { name: /Started/ })).not.toHaveAttribute('aria-sort', /./);
  const tokens = amounts(await cells(page, 6).allInnerTexts());
  expect(tokens).toEqual(tokens.toSorted((a, b) => b - a));
  expect(tokens[0]).toBeGreaterThan(0);
  const other = await context.newPage();
  await other.goto(page.url());
  await rowNames(other);
  expect(amounts(await cells(other, 6).allInnerTexts()).slice(0, 5)).toEqual(tokens.slice(0, 5));
  await other.close();
  await page.getByRole('button', { name: 'Back to start time' }).click();
  await expect.poll(() => rowNames(page)).toEqual(names);
});

test('a trace opens beside the table, and the rows step it', async ({ page, context }) => {
  await page.goto(projectAddress(PROJECT));
  await rowNames(page);
  await page.getByRole('button', { name: 'Open traces beside the table' }).click();
  await rows(page).nth(1).getByRole('gridcell').first().click();
  const pane = page.getByRole('region', { name: 'Trace beside the table' });
  await expect(pane.getByRole('tree', { name: 'Runs of this trace' })).toBeVisible();
  await expect(pane).toContainText('Row 2 of');
  await expect(rows(page).nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('j');
  await expect(pane).toContainText('Row 3 of');
  await expect(page).toHaveURL(/peek=/);
  // A tab that was opened stays open from row to row.
  await pane.getByRole('tab', { name: 'Metadata' }).click();
  await page.getByRole('button', { name: /previous row/i }).click();
  await expect(pane).toContainText('Row 2 of');
  await expect(pane.getByRole('tab', { name: 'Metadata' })).toHaveAttribute('aria-selected', 'true');
  // Inside of the pane the keys of the trace work, but for j and k.
  await pane.getByRole('tab', { name: 'Metadata' }).press('/');
  await expect(pane.getByRole('textbox', { name: 'Search in this trace' })).toBeFocused();
  await page
    .getByRole('button', { name: 'Whole page' })
    .or(page.getByRole('link', { name: 'Whole page' }))
    .focus();
  await page.keyboard.press('j');
  await expect(pane).toContainText('Row 3 of');
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  // The run that was chosen is chosen in the next trace, too.
  const chosen = pane.getByRole('treeitem', { selected: true });
  const child = pane.getByRole('treeitem', { level: 2 }).first();
  const [name] = (await child.getAttribute('aria-label'))!.split(',');
  await child.click();
  await expect(chosen).toHaveAttribute('aria-level', '2');
  await page.getByRole('button', { name: /previous row/i }).click();
  await expect(pane).toContainText('Row 2 of');
  await expect(chosen).toHaveAttribute('aria-level', '2');
  await expect(chosen).toContainText(name!);
  await pane.getByRole('treeitem', { level: 1 }).click();
  await page.getByRole('button', { name: /next row/i }).click();
  await expect(pane).toContainText('Row 3 of');
  await expect(chosen).toHaveAttribute('aria-level', '1');

  // The link brings it along, and a new tab opens the page of the trace as ever.
  const colleague = await context.newPage();
  await colleague.goto(page.url());
  await expect(colleague.getByRole('region', { name: 'Trace beside the table' })).toContainText('Row 3 of');
  await colleague.close();
  const tab = context.waitForEvent('page');
  await rows(page)
    .first()
    .getByRole('gridcell')
    .first()
    .getByRole('link')
    .click({ modifiers: ['ControlOrMeta'] });
  expect((await tab).url()).toContain('/trace/');
  await pane.getByRole('button', { name: 'Close the trace' }).click();
  await expect(pane).toHaveCount(0);
  // The keys go on where the trace was open.
  await expect(rows(page).nth(2).getByRole('link').first()).toBeFocused();
});

test('stepping brings the row into view and loads on; closing leads back to it', async ({ page }) => {
  await page.goto(projectAddress('docs-rag-staging', { view: 'runs' }));
  await rowNames(page);
  await page.getByRole('button', { name: 'Open traces beside the table' }).click();
  await rows(page).first().getByRole('gridcell').first().click();
  const pane = page.getByRole('region', { name: 'Trace beside the table' });
  const open = rows(page).locator('xpath=self::*[@aria-current="true"]');
  await expect(pane).toContainText('Row 1 of 100 loaded, more on the server');
  for (let step = 0; step < 36; step++) await page.keyboard.press('j');
  await expect(pane).toContainText('Row 37 of 200 loaded');
  await expect(open).toHaveAttribute('aria-rowindex', '38');
  await expect(open.getByRole('gridcell').first()).toBeInViewport({ ratio: 1 });
  await pane.getByRole('button', { name: 'Close the trace' }).press('Enter');
  await expect(pane).toHaveCount(0);
  const last = page.locator('[aria-rowindex="38"]');
  await expect(last.getByRole('gridcell').first()).toBeInViewport({ ratio: 1 });
  await expect(last.getByRole('link').first()).toBeFocused();

  // On a phone the trace lies over the table, and the keys come back to it all the same.
  await page.setViewportSize({ width: 390, height: 844 });
  await last.getByRole('link').first().press('Enter');
  await expect(pane).toContainText('Row 37 of');
  await expect(page.getByRole('grid')).toHaveCount(0);
  await page.keyboard.press('j');
  await expect(pane).toContainText('Row 38 of');
  await pane.getByRole('button', { name: 'Close the trace' }).click();
  await expect(page.locator('[aria-rowindex="39"]').getByRole('link').first()).toBeFocused();
});

test('rows are as high as one likes, also next time', async ({ page }) => {
  await page.goto(projectAddress(PROJECT));
  await rowNames(page);
  const height = async () => (await rows(page).first().boundingBox())!.height;
  const before = await height();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('radio', { name: 'Compact' }).press('Space');
  await page.keyboard.press('Escape');
  expect(await height()).toBeLessThan(before);
  await page.reload();
  await rowNames(page);
  expect(await height()).toBeLessThan(before);
});

test('pinned columns stay while the rest scrolls, also next time', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  const pin = async (title: string, action: string) => {
    await page.getByRole('button', { name: `${title} column` }).press('Enter');
    await page.getByRole('menuitem', { name: action }).press('Enter');
  };
  await pin('Latency', 'Pin at the left');
  const left = async (title: string) =>
    (await page.getByRole('columnheader', { name: new RegExp(`^${title}`) }).boundingBox())!.x;
  const before = [await left('Name'), await left('Latency')];
  expect(before[1]).toBeGreaterThan(before[0]!);
  await page.getByRole('grid').hover();
  await page.mouse.wheel(600, 0);
  await expect.poll(() => left('Input')).toBeLessThan(400);
  expect([await left('Name'), await left('Latency')]).toEqual(before);
  await page.reload();
  await rowNames(page);
  await pin('Latency', 'Unpin');
  await page.getByRole('grid').hover();
  await page.mouse.wheel(600, 0);
  await expect.poll(() => left('Latency')).toBeLessThan(before[1]!);
});

test('a pin follows its column, and what an older version kept is read', async ({ page }) => {
  await page.addInitScript(() => {
    const key = 'runlens:runs-table';
    if (!localStorage.getItem(key)) localStorage.setItem(key, '{"state":{"pinned":2},"version":1}');
  });
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  const header = (title: string) => page.getByRole('columnheader', { name: new RegExp(`^${title}`) });
  const isPinned = async (title: string) => {
    await page.getByRole('button', { name: `${title} column` }).press('Enter');
    const unpin = page.getByRole('menuitem', { name: 'Unpin' });
    await expect(unpin.or(page.getByRole('menuitem', { name: 'Pin at the left' }))).toBeVisible();
    const answer = await unpin.isVisible();
    await page.keyboard.press('Escape');
    return answer;
  };
  // Two columns from the left: Name and Type.
  expect([await isPinned('Name'), await isPinned('Type'), await isPinned('Status')]).toEqual([
    true,
    true,
    false,
  ]);
  await page.getByRole('button', { name: 'Type column' }).press('Alt+ArrowRight');
  await page.getByRole('button', { name: 'Name column' }).press('Alt+ArrowRight');
  await expect(header('Status')).toHaveAttribute('aria-colindex', '1');
  await expect(header('Name')).toHaveAttribute('aria-colindex', '2');
  expect([await isPinned('Name'), await isPinned('Type'), await isPinned('Status')]).toEqual([
    true,
    true,
    false,
  ]);
  await page.getByRole('grid').hover();
  await page.mouse.wheel(600, 0);
  const left = async (title: string) => (await header(title).boundingBox())!.x;
  const edge = (await page.getByRole('grid').locator('xpath=..').boundingBox())!.x;
  await expect.poll(() => left('Status')).toBeLessThan(edge - 50);
  expect(await left('Name')).toBeCloseTo(edge, 0);
  expect(await left('Type')).toBeCloseTo(edge + (await header('Name').boundingBox())!.width, 0);
  await page.reload();
  await rowNames(page);
  expect([await isPinned('Name'), await isPinned('Type'), await isPinned('Status')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('a column fits what it shows, and a cut edge is shaded', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  const header = (title: string) => page.getByRole('columnheader', { name: new RegExp(`^${title}`) });
  const cutCells = (column: number) =>
    cells(page, column).evaluateAll(
      (all) =>
        all.filter((cell) =>
          [...cell.querySelectorAll('*')].some(
            (each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0,
          ),
        ).length,
    );
  const narrow = page.getByRole('button', { name: 'Name column' });
  for (let press = 0; press < 9; press++) await narrow.press('Shift+ArrowLeft');
  await expect.poll(() => cutCells(1)).toBeGreaterThan(0);
  const box = (await header('Name').boundingBox())!;
  await page.mouse.dblclick(box.x + box.width, box.y + box.height / 2);
  await expect.poll(() => cutCells(1)).toBe(0);
  await page.getByRole('button', { name: 'Latency column' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Fit to what it shows' }).press('Enter');
  await expect.poll(async () => (await header('Latency').boundingBox())!.width).toBeLessThan(100);
  expect(await cutCells(5)).toBe(0);

  const cut = page.locator('[data-cut]').getByRole('grid');
  await expect(cut).toHaveCount(1);
  await page.getByRole('grid').hover();
  await page.mouse.wheel(5000, 0);
  await expect(cut).toHaveCount(0);
  await page.mouse.wheel(-300, 0);
  await expect(cut).toHaveCount(1);
});

test('nothing moves when rows are marked; the box of the header marks all and none', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  const box = (row: number) => page.getByRole('checkbox', { name: `Select row ${row}`, exact: true });
  const all = page.getByRole('checkbox', { name: 'Select all loaded rows' });
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(all).toHaveAttribute('aria-checked', 'false');
  const top = async () => (await rows(page).nth(1).boundingBox())!.y;
  const before = await top();
  await box(2).click();
  await expect(bar).toContainText('1 selected');
  expect(await top()).toBe(before);
  await expect(all).toHaveAttribute('aria-checked', 'mixed');
  await expect(box(2)).toBeChecked();
  await box(2).click();
  await expect(bar).toHaveCount(0);
  expect(await top()).toBe(before);
  // Also at the end of what is in view, where the bar floats: the second press hits what the first one hit.
  const grid = (await page.getByRole('grid').locator('xpath=..').boundingBox())!;
  const last = Math.floor((grid.height - 32) / 32) - 1;
  const place = (await box(last).boundingBox())!;
  const press = () => page.mouse.click(place.x + 8, place.y + 8);
  await press();
  await expect(bar).toContainText('1 selected');
  await press();
  await expect(bar).toHaveCount(0);
  await all.click();
  await expect(all).toBeChecked();
  await expect(bar).toContainText(/^\d{2,} selected/);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await expect(bar).toContainText('1 selected');
  await all.click();
  await all.click();
  await expect(all).toHaveAttribute('aria-checked', 'false');
  // The last rows can be read beside the bar.
  await all.click();
  await page.keyboard.press('ControlOrMeta+End');
  await rowNames(page);
  const end = page.locator('[role=row]:has(:focus)').getByRole('gridcell').first();
  await expect(end).toBeInViewport({ ratio: 1 });
  expect((await end.boundingBox())!.y + 32).toBeLessThanOrEqual((await bar.boundingBox())!.y);
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
});

test('rows are marked by key and by mouse, summed, and asked for alone', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  const names = await rowNames(page);
  await rows(page).nth(1).hover();
  await page.getByRole('checkbox', { name: 'Select row 2', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Select row 4', exact: true }).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText('3 selected');
  // The keys go on from the row that was pressed, also when the bar is closed by its button.
  const cellOf = (row: number) => rows(page).nth(row).getByRole('link').first();
  await expect(cellOf(3)).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar).toContainText('4 selected');
  await page.keyboard.press(' ');
  await expect(bar).toContainText('3 selected');
  await bar.getByRole('button', { name: 'Clear the selection' }).click();
  await expect(bar).toHaveCount(0);
  await expect(cellOf(4)).toBeFocused();
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', ' ', 'Shift+ArrowDown', 'Shift+ArrowDown'])
    await page.keyboard.press(key);
  await expect(bar).toContainText('3 selected');
  await expect(bar).toContainText(/latency p50 .* p95 .* p99/);
  await rows(page).nth(5).getByRole('link').first().focus();
  await page.keyboard.press(' ');
  await expect(bar).toContainText('4 selected');
  await expect(rows(page).nth(5)).toHaveAttribute('aria-selected', 'true');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(`Shift+${key}`);
  await expect(bar).toContainText('5 selected');
  await expect(rows(page).nth(6)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+a');
  await expect(bar).toContainText(/^\d{2,} selected/);
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'Select row 3', exact: true }).click();
  await bar.getByRole('button', { name: 'Show only these' }).click();
  await expect(rows(page)).toHaveCount(1);
  expect(await rowNames(page)).toEqual([names[2]]);
});

test('a metadata key that no loaded row was asked for becomes a column', async ({ page }) => {
  await page.goto(projectAddress(PROJECT));
  await rowNames(page);
  await page.getByRole('button', { name: 'Columns' }).click();
  const form = page.getByRole('region', { name: 'Column of a key' });
  await form.getByRole('combobox', { name: 'Key' }).click();
  await page.getByRole('option').first().click();
  const key = await form.getByRole('combobox', { name: 'Key' }).inputValue();
  await form.getByRole('button', { name: 'Add the column' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: new RegExp(key) })).toHaveCount(1);
  await expect(page).toHaveURL(new RegExp(`metadata\\.${key}`));
});

test('a column of metadata fills rows that are loaded, and nothing else changes', async ({ page }) => {
  await page.goto(projectAddress('docs-rag-staging', { view: 'runs' }));
  await rowNames(page);
  const loaded = page.getByRole('status').filter({ hasText: 'loaded' });
  await page.getByRole('gridcell').getByRole('link').first().focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('ControlOrMeta+End');
  await expect(page.getByRole('row').locator(':focus')).toHaveCount(1);
  await expect(loaded.filter({ hasText: /^[2-9]00/ })).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+End');
  const row = page.locator('[role=row]:has(:focus)');
  const at = await row.getAttribute('aria-rowindex');
  await page.getByRole('button', { name: 'Columns' }).click();
  const form = page.getByRole('region', { name: 'Column of a key' });
  await form.getByRole('combobox', { name: 'Key' }).fill('ls_run_depth');
  await page.getByRole('option', { name: 'ls_run_depth' }).first().click();
  await form.getByRole('button', { name: 'Add the column' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'ls_run_depth' })).toHaveCount(1);
  // The row that was at hand is still there, marked rows are marked, and both ends have values.
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('1 selected');
  const there = page.locator(`[aria-rowindex="${at}"]`);
  await expect(there.getByRole('gridcell').first()).toBeInViewport();
  await expect(there.getByRole('gridcell').last()).toHaveText(/^\d+$/);
  await there.getByRole('link').first().focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await expect(rows(page).first().getByRole('gridcell').last()).toHaveText(/^\d+$/);
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
});

test('a selection is downloaded as it is', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await rows(page).first().hover();
  await page.getByRole('checkbox', { name: 'Select row 1', exact: true }).click();
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Download' }).click();
  await expect(page.getByRole('dialog')).toContainText(/1 (selected )?run/);
});
