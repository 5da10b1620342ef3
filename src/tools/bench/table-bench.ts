/** 100,000 rows loaded into the table in Chromium: first render, scrolling, sorting, a column more. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { generateRuns } from '../../testing/generate-runs.ts';
import { BROWSER_ARGUMENTS } from '../find-browser.ts';
import { provideBrowser } from '../install-browser.ts';
import { serveSite } from '../serve-site.ts';
import { type Measurement, summarize } from './measure.ts';

const FRAME = { ms: 16.7, of: 'a frame of 60 Hz' };
const INTERACTION = { ms: 100, of: 'what feels immediate' };
const MINUTES = 60_000;

export async function benchTable(runs: number): Promise<Measurement[]> {
  const { path } = await provideBrowser();
  const site = await serveSite();
  const folder = mkdtempSync(join(tmpdir(), 'runlens-table-'));
  const browser = await chromium.launch({ executablePath: path, args: BROWSER_ARGUMENTS });
  try {
    const file = join(folder, 'runs.jsonl');
    const lines = [...generateRuns({ runs, newest: Date.now() })].map((run) => JSON.stringify(run));
    writeFileSync(file, lines.join('\n'));
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(5 * MINUTES);
    await page.goto(`${site.url}#/1/connections`);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('link', { name: 'Explore the opened files' }).waitFor();
    const first = await timed(page, async () => {
      await page.goto(`${site.url}#/1/runs?deployment=files&view=runs&window=all`);
      await page.getByRole('row').nth(1).waitFor();
    });
    await loadAll(page, runs);
    const sort: number[] = [];
    const back: number[] = [];
    for (let round = 0; round < 5; round++) {
      sort.push(await timed(page, () => sortBy(page, 'Tokens', 'Sort loaded rows descending')));
      back.push(
        await timed(page, () => page.getByRole('button', { name: 'Back to start time' }).press('Enter')),
      );
    }
    const text = await timed(page, async () => {
      await sortBy(page, 'Input', 'Sort loaded rows ascending');
      await page.getByText(/^Sorted by input/).waitFor();
    });
    await page.getByRole('button', { name: 'Back to start time' }).press('Enter');
    const column = await timed(page, () => sortBy(page, 'Cost', 'Hide column'));
    const frames = await scrollFrames(page);
    return [
      summarize('the first page of rows', { ms: 300, of: 'a fast page' }, [first]),
      summarize('sort by tokens, from the press to the painted frame', INTERACTION, sort),
      summarize('sort by input, in a worker', INTERACTION, [text]),
      summarize('back to the order of the server', INTERACTION, back),
      summarize('a column goes', INTERACTION, [column]),
      summarize('scrolling 640 pixels a frame: median and worst frame', FRAME, frames),
      summarize('scrolling: the frame that 95 of 100 stay below', FRAME, [slowest(frames, 0.05)]),
    ];
  } finally {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true });
  }
}

async function loadAll(page: Page, runs: number): Promise<void> {
  const grid = page.getByRole('grid');
  await grid.evaluate((element) => element.parentElement!.scrollTo({ top: 1e7 }));
  await page.getByRole('button', { name: /^Load all/ }).click();
  await page.getByText(`All ${runs.toLocaleString('en-US')} runs loaded`).waitFor();
  await grid.evaluate((element) => element.parentElement!.scrollTo({ top: 0 }));
}

async function sortBy(page: Page, title: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `${title} column` }).press('Enter');
  const item = page.getByRole('menuitem', { name: action });
  await item.waitFor();
  // The menu itself is not what is measured.
  await page.evaluate(() => ((globalThis as { mark?: number }).mark = performance.now()));
  await item.press('Enter');
}

/** Milliseconds until the browser has painted twice after the work; from `mark` where the work set one. */
async function timed(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => ((globalThis as { mark?: number }).mark = performance.now()));
  await work();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const { mark = 0 } = globalThis as { mark?: number };
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - mark)));
      }),
  );
}

/** The fastest of the slowest share. */
const slowest = (frames: readonly number[], share: number) =>
  frames.toSorted((a, b) => b - a)[Math.floor(frames.length * share)] ?? 0;

async function scrollFrames(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const scroller = document.querySelector('[role=grid]')!.parentElement!;
    const frames: number[] = [];
    let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    for (let step = 1; step <= 200; step++) {
      scroller.scrollTop += 640;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      frames.push(now - last);
      last = now;
    }
    return frames;
  });
}
