/**
 * Finds a browser that starts, installing one when there is none: first Playwright's download, then, as
 * root on a Debian-like system, the distribution's package. Says what it does, because it takes minutes.
 */
import { type Browser, findBrowser } from './find-browser.ts';
import { type Finished, runCommand } from './run-command.ts';

const MINUTE = 60_000;

/** The machine; another one in tests. */
export interface Machine {
  readonly find: () => Browser | undefined;
  readonly run: typeof runCommand;
  readonly isRoot: boolean;
  readonly platform: string;
}

export async function provideBrowser(
  say: (line: string) => void = console.log,
  machine: Machine = thisMachine(),
): Promise<Browser> {
  const problems: string[] = [];
  for (const attempt of [undefined, ...WAYS]) {
    if (attempt) {
      const found = machine.find();
      if (attempt.isForBroken !== (found !== undefined)) continue;
      say(`${found ? `${found.path} does not start.` : 'No Chrome or Chromium was found.'} ${attempt.what}…`);
      const problem = await attempt.install(machine);
      if (problem !== undefined) problems.push(`  ${attempt.what}: ${problem}`);
    }
    const browser = machine.find();
    if (browser && (await starts(browser, machine))) {
      say(`Browser: ${browser.path} (${browser.source})`);
      return browser;
    }
  }
  throw new Error(
    [
      'No browser could be provided.',
      ...problems,
      'Install Chrome or Chromium, or set RUNLENS_BROWSER.',
    ].join('\n'),
  );
}

function thisMachine(): Machine {
  return { find: findBrowser, run: runCommand, isRoot: process.getuid?.() === 0, platform: process.platform };
}

/** A downloaded browser can lack system libraries; asking its version is the cheapest way to know. */
async function starts({ path }: Browser, { run, platform }: Machine): Promise<boolean> {
  // On Windows the question would open a window instead of answering.
  if (platform === 'win32') return true;
  return (await run(path, ['--version', '--no-sandbox'], { timeout: MINUTE })).code === 0;
}

interface Way {
  readonly what: string;
  /** Mends a browser that is there and does not start; the others bring one where there is none. */
  readonly isForBroken: boolean;
  /** The reason when it did not work. */
  readonly install: (machine: Machine) => Promise<string | undefined>;
}

const WAYS: readonly Way[] = [
  {
    what: "Trying Playwright's download (playwright install chromium)",
    isForBroken: false,
    install: async ({ run }) =>
      problemOf(await run('playwright', ['install', 'chromium'], { timeout: 5 * MINUTE })),
  },
  {
    what: 'Trying to install the libraries it needs (playwright install-deps chromium)',
    isForBroken: true,
    install: async ({ run }) =>
      problemOf(await run('playwright', ['install-deps', 'chromium'], { timeout: 5 * MINUTE })),
  },
  {
    what: "Trying the distribution's package (apt-get install chromium)",
    isForBroken: false,
    install: installPackage,
  },
];

async function installPackage({ run, isRoot }: Machine): Promise<string | undefined> {
  if (!isRoot) return 'only root may install packages';
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const lists = await run('apt-get', ['update', '-q'], { timeout: 3 * MINUTE, env });
  if (lists.code !== 0) return problemOf(lists);
  const args = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
  return problemOf(await run('apt-get', args, { timeout: 8 * MINUTE, env }));
}

/** The last line that speaks of an error; what follows it is mostly a stack. */
function problemOf({ code, output }: Finished): string | undefined {
  if (code === 0) return undefined;
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  const telling = lines.findLast((line) => /error|fail|unable|cannot/i.test(line)) ?? lines.at(-1);
  return telling?.trim() ?? 'it was stopped after too long a time';
}
