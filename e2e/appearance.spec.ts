import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright/test';
import { waitForIdle } from '../src/tools/wait-for-idle.ts';
import { projectAddress, traceAddress } from './support/addresses.ts';
import { CONNECTIONS } from './support/connecting.ts';
import { expect, test } from './support/fixtures.ts';
import { rootWhere } from './support/sample.ts';

const SCREENS = [
  { name: 'runs', address: projectAddress('newsroom'), settled: '.monaco-editor' },
  {
    name: 'trace',
    address: traceAddress(rootWhere((_, size) => size > 10 && size < 25)),
    settled: '[role=treeitem]',
  },
  { name: 'connections', address: CONNECTIONS, settled: 'form' },
  { name: 'exports', address: '#/1/exports', settled: 'main [role=tab]' },
  { name: 'downloads', address: '#/1/downloads', settled: 'main h1' },
  { name: 'a broken link', address: '#/1/nowhere', settled: 'main h2, main h1' },
] as const;

async function open(page: Page, { address, settled }: { address: string; settled: string }): Promise<void> {
  await page.goto(address);
  await page.locator(settled).first().waitFor();
  await waitForIdle(page);
}

for (const theme of ['light', 'dark'] as const) {
  for (const screen of SCREENS) {
    test(`${screen.name}, ${theme}: no serious accessibility problem`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await open(page, screen);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
      expect(serious).toEqual([]);
    });
  }
}

test('axe can fail: a picture without a name is noticed', async ({ page }) => {
  await open(page, SCREENS[0]);
  await page.evaluate(() => document.querySelector('main')!.append(document.createElement('img')));
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toContain('image-alt');
});

test('the theme follows the system, and the choice of a person outlives the visit', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, SCREENS[0]);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(background).not.toBe(dark);
  const light = await background();
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('menuitem', { name: /^Dark/ }).click();
  await expect.poll(background).toBe(dark);
  await page.reload();
  await expect.poll(background).toBe(dark);
  expect(light).not.toBe(dark);
});

for (const width of [390, 2560]) {
  for (const screen of SCREENS) {
    test(`${screen.name} at ${width} pixels: nothing is cut off at the side`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await open(page, screen);
      const overflow = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll('html, #root, main, main > div')];
        return Math.max(...boxes.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
      });
      expect(overflow).toBeLessThanOrEqual(0);
      for (const button of await page.getByRole('banner').getByRole('button').all()) {
        const box = (await button.boundingBox())!;
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
      }
    });
  }
}

test('only the page scrolls: the bar stays wherever the focus goes', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 560 });
  await open(page, { address: CONNECTIONS, settled: 'form' });
  await page.getByLabel('API key').focus();
  const last = page.getByRole('button', { name: 'Open files…' });
  for (let step = 0; step < 20 && !(await isFocused(last)); step++) await page.keyboard.press('Tab');
  await expect(last).toBeFocused();
  expect((await page.getByRole('banner').boundingBox())!.y).toBe(0);
  const root = page.locator('#root');
  expect(await root.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
});

const isFocused = (place: Locator) => place.evaluate((element) => element === document.activeElement);

test('titles stay in place from page to page', async ({ page }) => {
  const lefts = [];
  for (const address of [CONNECTIONS, '#/1/downloads', '#/1/exports']) {
    await page.goto(address);
    const title = page.getByRole('main').getByRole('heading', { level: 1 });
    lefts.push((await title.boundingBox())!.x);
  }
  const tab = page.getByRole('tab', { name: 'Exports' });
  lefts.push((await tab.boundingBox())!.x);
  expect(new Set(lefts).size).toBe(1);
});

test('at 390 pixels a trace opens its run in a view of its own, and leads back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, SCREENS[1]);
  const tree = page.getByRole('tree', { name: 'Runs of this trace' });
  await tree.getByRole('treeitem').nth(1).click();
  const back = page.getByRole('button', { name: 'Tree', exact: true });
  await expect(back).toBeVisible();
  await back.click();
  await expect(tree).toBeVisible();
});
