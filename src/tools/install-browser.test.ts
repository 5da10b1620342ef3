import { expect, test } from 'vitest';
import { type Machine, provideBrowser } from './install-browser.ts';

const own = { path: '/cache/chrome', source: "Playwright's own" };
const packaged = { path: '/usr/bin/chromium', source: 'installed on this machine' };

interface Story {
  /** What each command leaves behind, by its words; a text is the output of a failure. */
  readonly commands: Readonly<Record<string, string | (() => void)>>;
  readonly isRoot?: boolean;
}

function machineOf({ commands, isRoot = true }: Story, found: { browser?: typeof own }) {
  const ran: string[] = [];
  const machine: Machine = {
    find: () => found.browser,
    isRoot,
    platform: 'linux',
    run: (command, args) => {
      const words = [command, ...args].join(' ');
      ran.push(words);
      const effect = Object.entries(commands).find(([start]) => words.startsWith(start))?.[1];
      if (typeof effect === 'function') effect();
      const output = typeof effect === 'string' ? effect : '';
      return Promise.resolve({ code: output === '' ? 0 : 1, output, seconds: 0 });
    },
  };
  return { machine, ran };
}

const provide = (machine: Machine, lines: string[] = []) =>
  provideBrowser((line) => lines.push(line), machine);

test('a browser that is there and starts is taken, and named', async () => {
  const { machine, ran } = machineOf({ commands: {} }, { browser: packaged });
  const lines: string[] = [];
  expect(await provide(machine, lines)).toBe(packaged);
  expect(ran).toEqual(['/usr/bin/chromium --version --no-sandbox']);
  expect(lines).toEqual(['Browser: /usr/bin/chromium (installed on this machine)']);
});

test("without one, Playwright's is downloaded", async () => {
  const found: { browser?: typeof own } = {};
  const { machine, ran } = machineOf(
    { commands: { 'playwright install chromium': () => (found.browser = own) } },
    found,
  );
  expect(await provide(machine)).toBe(own);
  expect(ran.some((words) => words.startsWith('apt-get'))).toBe(false);
});

test('a download that lacks libraries is mended', async () => {
  const found = { browser: own };
  const commands: Record<string, string | (() => void)> = {
    '/cache/chrome': 'error while loading shared libraries: libnss3.so',
    'playwright install-deps': () => delete commands['/cache/chrome'],
  };
  const { machine, ran } = machineOf({ commands }, found);
  expect(await provide(machine)).toBe(own);
  expect(ran).not.toContain('playwright install chromium');
});

test('without a network for it, the package of the distribution comes', async () => {
  const found: { browser?: typeof own } = {};
  const commands = {
    'playwright install': 'Error: getaddrinfo ENOTFOUND cdn\n    at GetAddrInfoReqWrap (node:dns:1)',
    'apt-get install': () => {
      found.browser = packaged;
    },
  };
  const { machine, ran } = machineOf({ commands }, found);
  expect(await provide(machine)).toBe(packaged);
  expect(ran.filter((words) => words.startsWith('apt-get'))).toHaveLength(2);
});

test('when nothing helps, each try says why', async () => {
  const commands = { 'playwright install': 'Error: no way out\n    at somewhere' };
  const { machine } = machineOf({ commands, isRoot: false }, {});
  await expect(provide(machine)).rejects.toThrow(
    /no way out\n.*apt-get install chromium\): only root may install packages\nInstall Chrome/,
  );
});
