/**
 * What the popovers of the toolbar show, and what stands instead of rows when something failed. Nobody needs it
 * for the first rows, so it is fetched afterwards: when the browser is idle, or when it is shown before that.
 */
import { loadProjectList, loadWindowForm } from '../../parts/pick/pick-parts.ts';
import { preloadOverlays } from '../../ui/overlay/overlay-parts.ts';
import { preload } from '../../ui/use-loaded.ts';

export const loadArgumentsForm = () =>
  import('./arguments-form.tsx').then(({ ArgumentsForm }) => ArgumentsForm);
export const loadColumnsForm = () => import('./columns-form.tsx').then(({ ColumnsForm }) => ColumnsForm);

/** Here before the network is not. */
export const loadFailed = () => import('./failed.tsx').then(({ Failed }) => Failed);
export const loadFooterFailed = () => import('./failed.tsx').then(({ FooterFailed }) => FooterFailed);

export const loadStartPanel = () =>
  import('./start-from/start-panel.tsx').then(({ StartPanel }) => StartPanel);
export const loadCopyAsPanel = () =>
  import('./copy-as/copy-as-panel.tsx').then(({ CopyAsPanel }) => CopyAsPanel);

export function preloadPopoverParts(): void {
  preloadOverlays();
  for (const loader of [
    loadProjectList,
    loadWindowForm,
    loadArgumentsForm,
    loadColumnsForm,
    loadStartPanel,
    loadCopyAsPanel,
    loadFailed,
    loadFooterFailed,
  ])
    void preload(loader);
}
