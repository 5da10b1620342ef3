/**
 * The Chromium that tests and pictures use: the one a person names, Playwright's own, or one installed on
 * this machine. Installing one is the business of install-browser.ts.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

export interface Browser {
  readonly path: string;
  /** For the person: where it was found. */
  readonly source: string;
}

/** What the search looks at; the real machine unless a test says otherwise. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly playwrightPath: string;
  readonly exists: (path: string) => boolean;
}

/** Without these Chromium asks its maker's servers at every start, and cannot start as root. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMED_BY = ['RUNLENS_BROWSER', 'CHROME_PATH'];

const PROGRAMS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge',
];

const PLACES: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
  ],
};

/** Throws when a person named a browser that is not there: testing with another one would not be an answer. */
export function findBrowser(surroundings: Surroundings = thisMachine()): Browser | undefined {
  return namedByPerson(surroundings) ?? playwrightsOwn(surroundings) ?? installed(surroundings);
}

function thisMachine(): Surroundings {
  return {
    env: process.env,
    platform: process.platform,
    playwrightPath: chromium.executablePath(),
    exists: existsSync,
  };
}

function namedByPerson({ env, exists }: Surroundings): Browser | undefined {
  const name = NAMED_BY.find((variable) => env[variable]);
  if (name === undefined) return undefined;
  const path = env[name]!;
  if (!exists(path)) throw new Error(`${name} names ${path}, but no file is there. Correct or unset it.`);
  return { path, source: `named by ${name}` };
}

function playwrightsOwn({ playwrightPath, exists }: Surroundings): Browser | undefined {
  return playwrightPath !== '' && exists(playwrightPath)
    ? { path: playwrightPath, source: "Playwright's own" }
    : undefined;
}

function installed({ env, platform, exists }: Surroundings): Browser | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...(platform === 'win32' ? [] : PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name)))),
    ...(PLACES[platform] ?? []),
  ];
  const path = candidates.find(exists);
  return path === undefined ? undefined : { path, source: 'installed on this machine' };
}
