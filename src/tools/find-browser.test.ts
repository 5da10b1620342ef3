import { expect, test } from 'vitest';
import { type Surroundings, findBrowser } from './find-browser.ts';

const machine = (files: readonly string[], more: Partial<Surroundings> = {}): Surroundings => ({
  env: { PATH: '/usr/local/bin:/usr/bin' },
  platform: 'linux',
  playwrightPath: '/cache/playwright/chrome',
  exists: (path) => files.includes(path),
  ...more,
});

test.each([
  ['nothing', machine([]), undefined],
  [
    "Playwright's before the machine's",
    machine(['/usr/bin/chromium', '/cache/playwright/chrome']),
    '/cache/playwright/chrome',
  ],
  [
    'Chrome before Chromium',
    machine(['/usr/bin/chromium', '/usr/bin/google-chrome']),
    '/usr/bin/google-chrome',
  ],
  ['anywhere on the path', machine(['/usr/local/bin/chromium-browser']), '/usr/local/bin/chromium-browser'],
  [
    'an application folder',
    machine(['/Applications/Chromium.app/Contents/MacOS/Chromium'], { platform: 'darwin' }),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  [
    'what a person names, before all',
    machine(['/my/chrome', '/usr/bin/chromium'], { env: { PATH: '/usr/bin', CHROME_PATH: '/my/chrome' } }),
    '/my/chrome',
  ],
])('finds %s', (_, surroundings, path) => {
  expect(findBrowser(surroundings)?.path).toBe(path);
});

test('a browser that was named and is not there is an error, not a reason to take another', () => {
  const surroundings = machine(['/usr/bin/chromium'], {
    env: { PATH: '/usr/bin', RUNLENS_BROWSER: '/gone' },
  });
  expect(() => findBrowser(surroundings)).toThrow('RUNLENS_BROWSER names /gone');
});
