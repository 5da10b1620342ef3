/** The two forms of the exports page, filled as a person would. */
import type { Locator, Page } from 'playwright/test';

export interface BucketInput {
  readonly bucket: string;
  readonly endpoint: string;
  readonly key: string;
  readonly secret: string;
}

export async function openDestinationForm(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Exports' }).click();
  await page.getByRole('button', { name: 'New destination' }).click();
  const dialog = page.getByRole('dialog', { name: 'New destination' });
  await dialog.getByRole('button', { name: /Provider$/ }).click();
  await page.getByRole('option', { name: 'Another S3-compatible store' }).click();
  return dialog;
}

export async function fillDestination(dialog: Locator, name: string, input: BucketInput): Promise<void> {
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Bucket' }).fill(input.bucket);
  await dialog.getByRole('textbox', { name: 'Prefix' }).fill('from runlens');
  await dialog.getByRole('textbox', { name: 'Endpoint' }).fill(input.endpoint);
  await dialog.getByRole('textbox', { name: 'Access key ID' }).fill(input.key);
  await dialog.getByLabel('Secret access key').fill(input.secret);
}

/** From the exports page; gives the form back, ready but for what a test wants of its own. */
export async function openExportForm(page: Page, destination: string, project: string): Promise<Locator> {
  await page.getByRole('link', { name: 'Exports' }).click();
  await page.getByRole('button', { name: 'New export' }).click();
  const dialog = page.getByRole('dialog', { name: 'New export' });
  await dialog.getByRole('button', { name: /Destination$/ }).click();
  await page.getByRole('option', { name: new RegExp(destination) }).click();
  await dialog.getByRole('button', { name: /Choose a project/ }).click();
  await page.getByRole('searchbox', { name: 'Search projects' }).fill(project);
  await page
    .getByRole('button', { name: new RegExp(`^${project}\\b(?!-)`) })
    .first()
    .click();
  return dialog;
}

export async function startExport(page: Page, dialog: Locator): Promise<Locator> {
  await dialog.getByRole('button', { name: /^Time window/ }).click();
  await page.getByRole('button', { name: 'Last 30 days' }).click();
  await dialog.getByRole('button', { name: 'Start the export' }).click();
  return page.getByRole('article', { name: /^Export / });
}
