import type { Locator, Page } from 'playwright/test';
import { printLink } from '../../src/url/link.ts';

export const CONNECTIONS = printLink({ kind: 'connections' });

export interface ConnectionInput {
  readonly url: string;
  readonly key?: string;
  readonly isRemembered?: boolean;
}

export const connectionForm = (page: Page): Locator =>
  page.getByRole('form', { name: 'Connect a LangSmith server' });

/** Fills the form for a server of one's own; presses nothing. */
export async function fillConnection(
  page: Page,
  { url, key, isRemembered }: ConnectionInput,
): Promise<Locator> {
  const form = connectionForm(page);
  const opener = page.getByRole('button', { name: 'Connect a server' });
  // The form is open by itself as long as there is no server.
  await form.or(opener).first().waitFor();
  if (await opener.isVisible()) await opener.click();
  await form
    .getByRole('button', { name: /^Server/ })
    .or(form.getByLabel('Server', { exact: true }))
    .first()
    .click();
  await page.getByRole('option', { name: /Self-hosted/ }).click();
  await form.getByRole('textbox', { name: 'Address' }).fill(url);
  if (key !== undefined) await form.getByLabel('API key', { exact: true }).fill(key);
  if (isRemembered)
    await form.getByRole('checkbox', { name: 'Remember the key in this browser' }).press('Space');
  return form;
}

/** Connects and arrives on the runs page of that server. */
export async function connect(page: Page, input: ConnectionInput): Promise<void> {
  await page.goto(CONNECTIONS);
  const form = await fillConnection(page, input);
  await form.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.waitForURL(/#\/1\/runs/);
}
