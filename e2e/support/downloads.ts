/** Downloads as a person makes them, and what the server holds to compare them with. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright/test';
import { expect } from 'playwright/test';
import { createApi } from '../../src/api/create-api.ts';
import { httpFetch } from '../../src/api/http-fetch.ts';
import type { Api, RunField, RunQuery } from '../../src/contract/api.ts';
import type { FullRun, JsonObject } from '../../src/contract/run.ts';
import { runsAddress } from './addresses.ts';
import { projectNamed } from './sample.ts';

/** Headless Chromium has a file dialog that nobody can answer. */
export async function withoutFileDialog(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
}

export const serverOf = (url: string) => ({ kind: 'server', url }) as const;

export const allRuns = (url: string, project: string) =>
  runsAddress({ projects: [projectNamed(project)], window: { kind: 'all' }, view: 'runs' }, serverOf(url));

export async function openForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`${label}$`) })
    .click();
  await page.getByRole('option', { name: option }).click();
}

export const chooseFormat = (page: Page, format: 'CSV' | 'JSON lines' | 'Parquet'): Promise<void> =>
  page.getByRole('radio', { name: format }).click();

export async function start(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Start download' });
  await expect(button).toBeEnabled();
  await button.click();
}

export interface Saved {
  readonly data: { readonly name: string; readonly path: string; readonly text: () => string };
  readonly manifest: Record<string, unknown>;
}

/** The data and the manifest beside it, whichever comes first. */
export async function saved(page: Page, act: () => Promise<void>): Promise<Saved> {
  const files: Download[] = [];
  const both = new Promise<void>((resolve) => {
    const take = (file: Download) => {
      if (files.push(file) === 2) {
        page.off('download', take);
        resolve();
      }
    };
    page.on('download', take);
  });
  await act();
  await both;
  const isManifest = (file: Download) => file.suggestedFilename().endsWith('.manifest.json');
  const data = files.find((file) => !isManifest(file))!;
  const path = await data.path();
  const manifestPath = await files.find(isManifest)!.path();
  return {
    data: { name: data.suggestedFilename(), path, text: () => readFileSync(path, 'utf8') },
    manifest: JSON.parse(readFileSync(manifestPath, 'utf8')) as Record<string, unknown>,
  };
}

export const apiOf = (engine: { readonly url: string; readonly key: string }): Api =>
  createApi({
    connectionId: 'oracle',
    baseUrl: engine.url,
    fetch: httpFetch({ baseUrl: engine.url, apiKey: engine.key }),
  });

/** Everything that the server has, in pages of its own size. */
export async function everyRun(
  api: Api,
  query: RunQuery,
  fields: readonly RunField[],
): Promise<readonly FullRun[]> {
  const rows: FullRun[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await api.fullRuns(query, { pageSize: 77, ...(cursor ? { cursor } : {}) }, fields);
    rows.push(...page.rows);
    cursor = page.nextCursor;
    if (cursor === undefined) return rows;
  }
}

export const jsonLines = (file: Saved['data']): readonly JsonObject[] =>
  file
    .text()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonObject);

export const byId = <Row extends object>(rows: readonly Row[], name = 'id'): readonly Row[] =>
  rows.toSorted((a, b) => idIn(a, name).localeCompare(idIn(b, name)));

const idIn = (row: object, name: string) => String((row as Record<string, unknown>)[name]);

/** One field of every row, as text. */
export const texts = (rows: readonly object[], name: string): readonly string[] =>
  rows.map((row) => idIn(row, name));
