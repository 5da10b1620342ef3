/**
 * End-to-end tests of the built site in a real Chromium. Servers are started by the fixtures, one set per
 * worker on free ports, so that several runs never disturb each other.
 */
import { defineConfig } from 'playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from '../src/tools/find-browser.ts';

const browser = findBrowser();
if (!browser) throw new Error('No Chromium was found. `npm test` and `npm run e2e` install one.');

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/e2e',
  workers: 2,
  fullyParallel: true,
  // A test that passes only at the second try tells of a fault, in it or in the app. `npm test` grants one,
  // for busy machines, and says which needed it.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? '../test-results/e2e.json' }],
  ],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: browser.path,
      args: [
        ...BROWSER_ARGUMENTS,
        // Whatever the page might try: no name but this machine's is ever looked up.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ],
    },
  },
});
