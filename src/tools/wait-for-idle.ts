import type { Page } from 'playwright';

/**
 * Until the app says that nothing is being asked or loaded, for three frames in a row: an answer is rendered
 * in one frame, and what it makes the page ask next starts in the following one.
 */
export async function waitForIdle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise<boolean>((resolve) => {
        let calmFrames = 0;
        const look = () => {
          const isIdle = '__runlensIdle' in window && window.__runlensIdle === true;
          calmFrames = isIdle ? calmFrames + 1 : 0;
          if (calmFrames === 3) resolve(true);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}
