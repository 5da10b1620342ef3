import type { Page } from 'playwright';

/**
 * Until the app says that nothing is being asked or loaded, for three frames in a row: an answer is rendered
 * in one frame, and what it makes the page ask next starts in the following one.
 *
 * No function inside the one that is handed to the page: tsx marks each with a helper that only Node has.
 */
export async function waitForIdle(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.calmFrames = '0';
  });
  // Asked once per frame.
  await page.waitForFunction(() => {
    const { dataset } = document.documentElement;
    const isIdle = '__runlensIdle' in window && window.__runlensIdle === true;
    dataset.calmFrames = isIdle ? `${Number(dataset.calmFrames ?? 0) + 1}` : '0';
    return Number(dataset.calmFrames) >= 3;
  });
}
