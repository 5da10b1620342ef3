import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { parseLink } from '../url/link.ts';
import { toast } from '../ui/toast-queue.ts';
import { App } from './app.tsx';
import { browserParts } from './browser-parts.ts';
import { tellInterrupted } from './downloads.ts';
import { exposeIdle } from './idle.ts';
import { isAbort, reportError } from './report-error.ts';
import { safeStorage } from './safe-storage.ts';
import { createServices, type Services } from './services.ts';
import { followThemePreference } from './theme.ts';

/** Puts the app into the page. Everything that lives as long as the page is made here. */
export function mount(element: HTMLElement): void {
  const storage = safeStorage();
  const services = createServices(storage, browserParts);
  followThemePreference(services.preferences, document.documentElement);
  warmUp(services);
  exposeIdle(services.queryClient, window);
  catchTheUncaught();
  void tellInterrupted(services.loadDownloads, storage);
  const root = createRoot(element, {
    onCaughtError: (error) => reportError(error, 'rendering'),
    onRecoverableError: (error) => reportError(error, 'rendering'),
  });
  root.render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  );
}

/** The sample workspace loads while React starts; a failure shows itself where its data is asked for. */
function warmUp({ backends, preferences }: Services): void {
  const link = parseLink(location.hash);
  const isBare = location.hash.length < 3;
  const screen = link.kind === 'ok' && 'deployment' in link.screen ? link.screen : undefined;
  const deployment = isBare ? preferences.getState().lastDeployment : screen?.deployment;
  if (deployment?.kind === 'sample')
    void backends
      .sample()
      .api.info()
      .catch(() => undefined);
}

/** A promise nobody waited for: the person hears that something failed, even where no screen shows it. */
function catchTheUncaught(): void {
  window.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    if (isAbort(event.reason)) return;
    reportError(event.reason, 'a promise');
    toast('Something failed in the background. If a page looks wrong, reload it.', { tone: 'danger' });
  });
}
