import { preload } from '../use-loaded.ts';

/** The insides of menus, popovers and selects; see useOverlay. */
export const loadPopoverPanel = () => import('./popover-panel.tsx').then(({ PopoverPanel }) => PopoverPanel);
export const loadMenuPanel = () => import('./menu-panel.tsx').then(({ MenuPanel }) => MenuPanel);
export const loadOptionPanel = () => import('./option-panel.tsx').then(({ OptionPanel }) => OptionPanel);

/** For when nothing else is to do: the first menu then opens without asking the network. */
export function preloadOverlays(): void {
  for (const loader of [loadMenuPanel, loadPopoverPanel, loadOptionPanel]) void preload(loader);
}
