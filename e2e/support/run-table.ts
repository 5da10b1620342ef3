import type { Locator, Page } from 'playwright/test';
import { expect } from 'playwright/test';
import { waitForIdle } from '../../src/tools/wait-for-idle.ts';

export const grid = (page: Page): Locator => page.getByRole('grid');

/** Rows in the document, without the header: the table renders those in view and a few more. */
export const rows = (page: Page): Locator => grid(page).locator('[role=row]:not([data-row="-1"])');

export const cells = (page: Page, column: number): Locator =>
  rows(page).locator(`[role=gridcell][aria-colindex="${column}"]`);

/** The first cell of every row, when the table has come to rest. */
export async function rowNames(page: Page): Promise<string[]> {
  await expect(rows(page).first()).toBeVisible();
  await waitForIdle(page);
  return cells(page, 1).allInnerTexts();
}

/** The editor of one filter, the plain one or Monaco. */
export const filterBox = (page: Page, label: string): Locator =>
  page.getByRole('textbox', { name: new RegExp(`^${label}`) });

/** Types over what is there; works in the plain field and in Monaco alike. */
export async function writeFilter(page: Page, label: string, text: string): Promise<void> {
  const box = filterBox(page, label);
  await box.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}
