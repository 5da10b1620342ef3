/**
 * A download in Chromium, from an engine over HTTP: rows per second from the press to the finished file, and the
 * highest heap of the page and of the download's worker on the way. The heaps must not grow with the rows.
 */
import { type Browser, type Page, chromium } from 'playwright';
import { createEngine } from '../../engine/create-engine.ts';
import { startServer } from '../engine-server/start-server.ts';
import { BROWSER_ARGUMENTS } from '../find-browser.ts';
import { provideBrowser } from '../install-browser.ts';
import { printLink } from '../../url/link.ts';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { serveSite } from '../serve-site.ts';
import { jsonLines } from './engine-bench.ts';
import type { Measurement } from './measure.ts';

const PROJECT = '00000000-0000-4000-8000-0000000000a1';
const FORMATS = ['CSV', 'JSON lines', 'Parquet'] as const;
const PATIENCE = 30 * 60_000;

export async function benchDownloads(runs: number): Promise<Measurement[]> {
  const engine = createEngine();
  await engine.load(jsonLines(runs, PROJECT), { name: 'generated' });
  const server = await startServer(engine.fetch, { host: '127.0.0.1', port: 0 });
  const site = await serveSite();
  const { path } = await provideBrowser();
  const browser = await chromium.launch({ executablePath: path, args: BROWSER_ARGUMENTS });
  try {
    const rows: Measurement[] = [];
    for (const format of FORMATS) rows.push(await oneDownload(browser, site.url, server.url, runs, format));
    return rows;
  } finally {
    await browser.close();
    await site.close();
    await server.stop();
  }
}

async function oneDownload(
  browser: Browser,
  siteUrl: string,
  serverUrl: string,
  runs: number,
  format: (typeof FORMATS)[number],
): Promise<Measurement> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    await connect(page, siteUrl, serverUrl);
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    await page.getByRole('radio', { name: format }).click();
    const heaps = watchHeaps(page);
    const started = performance.now();
    const file = page.waitForEvent('download', (download) => !download.suggestedFilename().endsWith('.json'));
    await page.getByRole('button', { name: 'Start download' }).click();
    await file;
    const elapsed = performance.now() - started;
    const { pageHeap, workerHeap } = await heaps.stop();
    const speed = Math.round((runs / elapsed) * 1000).toLocaleString('en');
    const what = `${runs.toLocaleString('en')} runs as ${format}: ${speed} rows/s, heap of the page ${megabytes(pageHeap)}, of the worker ${megabytes(workerHeap)}`;
    return { what, median: elapsed, worst: elapsed };
  } finally {
    await context.close();
  }
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

async function connect(page: Page, siteUrl: string, serverUrl: string): Promise<void> {
  await page.goto(`${siteUrl}${printLink({ kind: 'connections' })}`);
  const form = page.getByRole('form', { name: 'Connect a LangSmith server' });
  await form.getByRole('button', { name: /Server$/ }).click();
  await page.getByRole('option', { name: /Self-hosted/ }).click();
  await form.getByRole('textbox', { name: 'Address' }).fill(serverUrl);
  await form.getByLabel('API key', { exact: true }).fill('any-key');
  await form.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.waitForURL(/#\/1\/runs/);
  const screen = defaultRunsScreen({ kind: 'server', url: serverUrl });
  const link = printLink({ ...screen, projects: [{ id: PROJECT }], view: 'runs', window: { kind: 'all' } });
  await page.goto(`${siteUrl}${link}`);
}

/**
 * Asks ten times a second; what is collected in between is not seen, what stays is. A worker is asked through the
 * page: it ends with the download, maybe in the middle of a question, and then simply does not answer.
 */
function watchHeaps(page: Page) {
  const over = new AbortController();
  let pageHeap = 0;
  let workerHeap = 0;
  const workers = new Set<string>();
  const watching = (async () => {
    const devtools = await page.context().newCDPSession(page);
    devtools.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.url.includes('spool-worker')) workers.add(sessionId);
    });
    devtools.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
    devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { result } = JSON.parse(message) as { readonly result?: { readonly usedSize?: number } };
      workerHeap = Math.max(workerHeap, result?.usedSize ?? 0);
    });
    await devtools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false });
    const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' });
    while (!over.signal.aborted) {
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      pageHeap = Math.max(pageHeap, usedSize);
      for (const sessionId of workers)
        await devtools.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return {
    async stop() {
      over.abort();
      await watching;
      return { pageHeap, workerHeap };
    },
  };
}
