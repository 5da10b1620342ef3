/**
 * `npm run screenshots -- --out DIR [--readme]`: pictures of the main pages of the built site, light and dark,
 * wide and narrow. `--readme` also renews the four pictures that the README shows.
 */
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type Page, chromium } from 'playwright';
import { ensureBuild } from './build/ensure-build.ts';
import { BROWSER_ARGUMENTS } from './find-browser.ts';
import { provideBrowser } from './install-browser.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { serveSite } from './serve-site.ts';
import { waitForIdle } from './wait-for-idle.ts';

const { values } = parseArgs({
  options: { out: { type: 'string' }, readme: { type: 'boolean', default: false } },
});
if (values.out === undefined) {
  console.error('Say where the pictures go: npm run screenshots -- --out DIR');
  process.exit(2);
}
const out = resolve(values.out);

/** The README is fetched with its pictures by everyone who looks at the project. */
const LARGEST_README_PICTURE = 250_000;
const README_PICTURES = ['runs-light', 'runs-dark', 'trace-light', 'trace-dark'];

const README_SIZE = { suffix: '-readme', width: 1200, height: 750 };
const SIZES = [
  { suffix: '', width: 1440, height: 900 },
  { suffix: '-390', width: 390, height: 844 },
  ...(values.readme ? [README_SIZE] : []),
];

interface Shot {
  readonly name: string;
  readonly show: (page: Page) => Promise<void>;
}

const SHOTS: readonly Shot[] = [
  { name: 'runs', show: (page) => page.getByRole('row').nth(1).waitFor() },
  { name: 'trace', show: openFirstTrace },
  { name: 'connections', show: (page) => goTo(page, '#/1/connections', 'form') },
];

await ensureBuild();
mkdirSync(out, { recursive: true });
const { path } = await provideBrowser();
const site = await serveSite();
const browser = await chromium.launch({ executablePath: path, args: BROWSER_ARGUMENTS });
for (const theme of ['light', 'dark'] as const) {
  for (const size of SIZES) for (const shot of SHOTS) await take(browser, shot, theme, size);
}
await browser.close();
await site.close();
if (values.readme) renewReadmePictures();

async function take(chrome: Browser, shot: Shot, theme: 'light' | 'dark', size: (typeof SIZES)[number]) {
  const context = await chrome.newContext({ viewport: size, colorScheme: theme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(site.url);
  await settle(page);
  await shot.show(page);
  await settle(page);
  const file = join(out, `${shot.name}-${theme}${size.suffix}.png`);
  await page.screenshot({ path: file });
  console.log(file);
  await context.close();
}

async function openFirstTrace(page: Page): Promise<void> {
  await page.getByRole('row').nth(1).waitFor();
  const address = await page.locator('a[href*="/trace/"]').first().getAttribute('href');
  if (address === null) throw new Error('The runs page shows no link to a trace.');
  await goTo(page, address, '[role=treeitem]');
}

async function goTo(page: Page, hash: string, settled: string): Promise<void> {
  await page.evaluate((address) => location.assign(address), hash);
  await page.locator(settled).first().waitFor();
}

/** The app says itself when no question is open; fonts and the editor come after that. */
async function settle(page: Page): Promise<void> {
  await waitForIdle(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

function renewReadmePictures(): void {
  const folder = join(PROJECT_ROOT, 'e2e', 'pictures');
  mkdirSync(folder, { recursive: true });
  for (const name of README_PICTURES) {
    const file = join(out, `${name}${README_SIZE.suffix}.png`);
    if (statSync(file).size > LARGEST_README_PICTURE) throw new Error(`${file} is too large for the README.`);
    copyFileSync(file, join(folder, `${name}.png`));
  }
}
