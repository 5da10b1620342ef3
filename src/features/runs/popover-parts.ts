/**
 * What the popovers of the toolbar show. Nobody needs it for the first rows, so it is fetched afterwards:
 * when the browser is idle, or when a popover opens before that.
 */
import { loadProjectList, loadWindowForm } from '../../parts/pick/pick-parts.ts';
import { preloadOverlays } from '../../ui/overlay/overlay-parts.ts';
import { preload } from '../../ui/use-loaded.ts';

export const loadArgumentsForm = () =>
  import('./arguments-form.tsx').then(({ ArgumentsForm }) => ArgumentsForm);
export const loadColumnsForm = () => import('./columns-form.tsx').then(({ ColumnsForm }) => ColumnsForm);

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
  ])
    void preload(loader);
}
