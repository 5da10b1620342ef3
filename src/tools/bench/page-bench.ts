/** The built site in Chromium, a fresh profile each time: from navigation to the first row of the sample. */
import { type Browser, chromium } from 'playwright';
import { BROWSER_ARGUMENTS } from '../find-browser.ts';
import { provideBrowser } from '../install-browser.ts';
import { serveSite } from '../serve-site.ts';
import { type Measurement, summarize } from './measure.ts';

const VISITS = 5;

export async function benchPage(): Promise<Measurement[]> {
  const { path } = await provideBrowser();
  const site = await serveSite();
  const browser = await chromium.launch({ executablePath: path, args: BROWSER_ARGUMENTS });
  try {
    const first: number[] = [];
    for (let visit = 0; visit < VISITS; visit++) {
      first.push(await timeToFirstRow(browser, site.url));
    }
    const mark = { ms: 230, of: 'a bare shell with rows of its own' };
    return [summarize('sample workspace: navigation to first row', mark, first)];
  } finally {
    await browser.close();
    await site.close();
  }
}

async function timeToFirstRow(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('row').nth(1).waitFor();
    return await page.evaluate(() => performance.now());
  } finally {
    await context.close();
  }
}
