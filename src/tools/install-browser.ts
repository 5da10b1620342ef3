/**
 * Finds a browser that starts, installing one when there is none: first Playwright's download, then, as
 * root on a Debian-like system, the distribution's package. Says what it does, because it takes minutes.
 */
import { type Browser, findBrowser } from './find-browser.ts';
import { type Finished, runCommand } from './run-command.ts';

const MINUTE = 60_000;

export async function provideBrowser(say: (line: string) => void = console.log): Promise<Browser> {
  const found = findBrowser();
  if (found && (await starts(found))) return told(found, say);
  say(found ? `The browser at ${found.path} does not start.` : 'No Chromium or Chrome was found here.');
  const problems: string[] = [];
  for (const { what, install } of WAYS) {
    say(`Trying ${what}…`);
    const problem = await install();
    const browser = problem === undefined ? findBrowser() : undefined;
    if (browser && (await starts(browser))) return told(browser, say);
    problems.push(`  ${what}: ${problem ?? 'installed, but no browser that starts was found'}`);
  }
  throw new Error(
    [
      'No browser could be provided.',
      ...problems,
      'Install Chrome or Chromium, or set RUNLENS_BROWSER.',
    ].join('\n'),
  );
}

function told(browser: Browser, say: (line: string) => void): Browser {
  say(`Browser: ${browser.path} (${browser.source})`);
  return browser;
}

/** A downloaded browser can lack system libraries; asking its version is the cheapest way to know. */
async function starts({ path }: Browser): Promise<boolean> {
  // On Windows the question would open a window instead of answering.
  if (process.platform === 'win32') return true;
  return (await runCommand(path, ['--version', '--no-sandbox'], { timeout: MINUTE })).code === 0;
}

interface Way {
  readonly what: string;
  /** The reason when it did not work. */
  readonly install: () => Promise<string | undefined>;
}

const WAYS: readonly Way[] = [
  {
    what: "Playwright's download (playwright install chromium)",
    install: async () =>
      problemOf(await runCommand('playwright', ['install', 'chromium'], { timeout: 5 * MINUTE })),
  },
  {
    what: "the distribution's libraries for it (playwright install-deps chromium)",
    install: async () =>
      problemOf(await runCommand('playwright', ['install-deps', 'chromium'], { timeout: 5 * MINUTE })),
  },
  { what: "the distribution's package (apt-get install chromium)", install: installPackage },
];

async function installPackage(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'only root may install packages';
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const lists = await runCommand('apt-get', ['update', '-q'], { timeout: 3 * MINUTE, env });
  if (lists.code !== 0) return problemOf(lists);
  const args = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
  return problemOf(await runCommand('apt-get', args, { timeout: 8 * MINUTE, env }));
}

function problemOf({ code, output }: Finished): string | undefined {
  if (code === 0) return undefined;
  return output.trim().split('\n').at(-1) || 'it was stopped after too long a time';
}
