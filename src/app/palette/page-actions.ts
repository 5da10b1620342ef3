import type { Entry } from './entry.ts';

/** Rows and what is inside open overlays are content, not actions of the page. */
const CONTENT = '[role=grid], [role=tree], [role=dialog], [role=tabpanel], .monaco-editor';
const CONTROLS = 'main button, main [role=radio], header button, header nav a';

/**
 * What the page offers, read from its controls: whatever a screen has or will have is here under the name
 * that is on it, and does the same. Looked at before the palette opens, since it hides the page.
 */
export function pageActions(page: Document): readonly Entry[] {
  const seen = new Set<string>();
  return [...page.querySelectorAll<HTMLElement>(CONTROLS)].flatMap((control, at) => {
    const label = nameOf(control);
    if (label === '' || seen.has(label) || !isUsable(control)) return [];
    seen.add(label);
    const isLink = control instanceof HTMLAnchorElement;
    return [
      {
        id: `page ${at}`,
        group: isLink ? 'Page' : 'On this page',
        label,
        target: isLink ? control.hash : () => press(control),
      },
    ];
  });
}

const nameOf = (control: HTMLElement) =>
  (control.getAttribute('aria-label') ?? control.title ?? '').trim() ||
  (control.textContent ?? '').replace(/\s+/g, ' ').trim();

const isUsable = (control: HTMLElement) =>
  control.closest(CONTENT) === null &&
  control.dataset['palette'] === undefined &&
  !control.matches(':disabled, [aria-disabled=true]') &&
  control.checkVisibility({ visibilityProperty: true });

function press(control: HTMLElement): void {
  if (!control.isConnected) return;
  control.focus();
  control.click();
}
