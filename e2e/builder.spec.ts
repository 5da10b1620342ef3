/** Filters without writing them: chips, a form, facets, and the question why there is nothing. */
import { AxeBuilder } from '@axe-core/playwright';
import { projectAddress } from './support/addresses.ts';
import { expect, test } from './support/fixtures.ts';
import { grid, rowNames, writeFilter } from './support/run-table.ts';
import { runsOfProject } from './support/sample.ts';

const PROJECT = 'failure-drills';
const all = runsOfProject(PROJECT);
const rowCount = (runs: readonly unknown[]) => String(runs.length + 1);

test('clauses are added, changed, denied and taken away by keyboard, and the text follows', async ({
  page,
}) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs', filter: 'eq(run_type, "tool")' }));
  await rowNames(page);
  await page.getByRole('button', { name: 'Add a clause' }).press('Enter');
  const field = page.getByRole('combobox', { name: 'Field' });
  await field.fill('status');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Value' }).fill('error');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await expect(page).toHaveURL(
    /filter=and%28eq%28run_type,%20%22tool%22%29,%20eq%28status,%20%22error%22%29%29/,
  );
  const failed = all.filter((run) => run.run_type === 'tool' && run.status === 'error');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', rowCount(failed));

  await page.getByRole('button', { name: /^Change the clause status is error/ }).press('Enter');
  await page.getByRole('button', { name: 'Turn into its opposite' }).press('Enter');
  await expect(page).toHaveURL(/neq%28status/);
  const others = all.filter((run) => run.run_type === 'tool' && run.status !== 'error');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', rowCount(others));

  await page.getByRole('button', { name: 'Remove the clause run type is tool' }).press('Enter');
  await expect(page).toHaveURL(/filter=neq%28status,%20%22error%22%29/);
});

test('what no form can show stays a chip of its own, as it was written', async ({ page }) => {
  const raw = 'or(eq(name,"a"),  eq(run_type,"tool"))';
  await page.goto(projectAddress(PROJECT, { view: 'runs', filter: `and(${raw}, eq(status, "error"))` }));
  await rowNames(page);
  await page.getByRole('button', { name: /^Remove the clause status is error/ }).click();
  await expect(page.locator('.view-lines').first()).toHaveText(raw.replaceAll('  ', ' '), {
    useInnerText: true,
  });
  await page.getByRole('button', { name: /^Change the clause or/ }).click();
  await expect(page.getByText('No form can show this clause whole')).toBeVisible();
});

test('a facet chooses, chooses more, keeps out, and says where its counts come from', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await page.getByRole('button', { name: 'Show the facets' }).click();
  const facets = page.getByRole('complementary', { name: 'Facets' });
  await expect(facets.getByText('Counted in this browser; each group says over what.')).toBeVisible();
  await expect(facets.getByRole('region', { name: 'Status' })).toContainText('in all matches');
  await expect(facets.getByRole('region', { name: 'Latency' })).toContainText(/in \d+ loaded rows/);
  const types = facets.getByRole('list', { name: 'Type' });
  const countOf = (type: string) => all.filter((run) => run.run_type === type).length;
  const tool = types.getByRole('button', { name: `tool ${countOf('tool')}` });
  await tool.click();
  await expect(page).toHaveURL(/filter=eq%28run_type,%20%22tool%22%29/);
  await expect(tool).toHaveAttribute('aria-pressed', 'true');
  // The other types are still there to be chosen, with the counts they would have.
  await types.getByRole('button', { name: `llm ${countOf('llm')}` }).click();
  await expect(page).toHaveURL(/filter=in%28run_type/);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(countOf('tool') + countOf('llm') + 1));
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  const statuses = facets.getByRole('list', { name: 'Status' });
  await statuses.getByRole('button', { name: 'Exclude error' }).press('Enter');
  await expect(page).toHaveURL(/neq%28status,%20%22error%22%29/);
  const left = all.filter((run) => ['tool', 'llm'].includes(run.run_type) && run.status !== 'error');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', rowCount(left));
});

test('no rows: the guilty clause is found, named, and repaired with one press', async ({ page }) => {
  await page.goto(projectAddress(PROJECT, { view: 'runs' }));
  await rowNames(page);
  await writeFilter(page, 'Run filter', 'and(eq(run_type, "tool"), eq(status, "eror"))');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Why nothing?' }).click();
  const verdict = page.getByRole('region', { name: 'Why there is nothing' });
  await expect(verdict).toContainText('eror');
  await verdict.getByRole('button', { name: /error/ }).first().click();
  await expect(page).toHaveURL(/eq%28status,%20%22error%22%29/);
  const failed = all.filter((run) => run.run_type === 'tool' && run.status === 'error');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', rowCount(failed));
});
