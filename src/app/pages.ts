import { preload } from '../ui/use-loaded.ts';
import { whileBusy } from './idle.ts';

/** Each page is a chunk of its own; the first is fetched with the app, the others when nothing else is to do. */
export const loadRunsPage = () =>
  whileBusy(import('../features/runs/page.tsx').then(({ RunsPage }) => RunsPage));
export const loadTracePage = () =>
  whileBusy(import('../features/trace/page.tsx').then(({ TracePage }) => TracePage));
export const loadConnectionsPage = () =>
  whileBusy(import('../features/connections/page.tsx').then(({ ConnectionsPage }) => ConnectionsPage));
export const loadThreadsPage = () =>
  whileBusy(import('../features/threads/page.tsx').then(({ ThreadsPage }) => ThreadsPage));
export const loadExportsPage = () =>
  whileBusy(import('../features/exports/page.tsx').then(({ ExportsPage }) => ExportsPage));
export const loadDownloadsPage = () =>
  whileBusy(import('../features/downloads/page.tsx').then(({ DownloadsPage }) => DownloadsPage));
export const loadDownloadForm = () =>
  whileBusy(import('../features/downloads/form/download-form.tsx').then(({ DownloadForm }) => DownloadForm));
export const loadConnectionForm = () =>
  whileBusy(
    import('../features/connections/connection-form.tsx').then(({ ConnectionForm }) => ConnectionForm),
  );

export const loadKeyPrompt = () =>
  whileBusy(import('../features/connections/key-prompt.tsx').then(({ KeyPrompt }) => KeyPrompt));

let isPreloading = false;

/** `isBusy`: whoever waits for rows must not share the processor with pages that nobody has asked for. */
export function preloadPages(isBusy: () => boolean): void {
  if (isPreloading) return;
  isPreloading = true;
  whenIdle(isBusy, () => {
    for (const loader of [loadRunsPage, loadTracePage, loadConnectionsPage]) void preload(loader);
  });
}

function whenIdle(isBusy: () => boolean, work: () => void): void {
  const look = () => (isBusy() ? setTimeout(look, 250) : afterPaint(work));
  setTimeout(look, 250);
}

// Safari has no requestIdleCallback.
function afterPaint(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 3000 });
  else work();
}
