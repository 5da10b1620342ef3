import type { Entry } from './entry.ts';

/** Rows and what is inside open overlays are content, not actions of the page. */
const CONTENT =
  '[role=grid], [role=region][tabindex], [role=tree], [role=dialog], [role=tabpanel], .monaco-editor';
/** What is special about this page comes first. */
const CONTROLS = ['main button, main [role=radio]', 'header nav a, header button'];
/** One for each part of a long page, such as the turns of a conversation. */
const PLACES = 'main nav';

/**
 * What the page offers, read from its controls: whatever a screen has or will have is here under the name
 * that is on it, and does the same. Looked at before the palette opens, since it hides the page.
 */
export function pageActions(page: Document): readonly Entry[] {
  const seen = new Set<string>();
  const controls = CONTROLS.flatMap((kind) => [...page.querySelectorAll<HTMLElement>(kind)]);
  return controls.flatMap((control, at) => {
    const label = nameOf(control, page);
    if (label === '' || seen.has(label) || !isUsable(control)) return [];
    seen.add(label);
    const isLink = control instanceof HTMLAnchorElement;
    return [
      {
        id: `page ${at}`,
        group: isLink ? 'Page' : 'On this page',
        label,
        ...(label in OTHER_WORDS && { more: OTHER_WORDS[label] }),
        ...(control.closest(PLACES) && { isContent: true }),
        target: isLink ? control.hash : () => press(control),
      },
    ];
  });
}

/** What other programs call the same. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  'Load again': 'refresh reload update',
  'Share this view': 'copy link url address',
  'Copy as code': 'python typescript curl sql snippet',
};

const wordsOf = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** As a screen reader would say it, in the cases that our controls have. */
function nameOf(control: HTMLElement, page: Document): string {
  const command = control.dataset['command'];
  if (command !== undefined) return command;
  const labels = control.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const labelled = labels.map((id) => wordsOf(page.getElementById(id))).filter(Boolean);
  if (labelled.length > 0) return labelled.join(': ');
  return control.getAttribute('aria-label')?.trim() || wordsOf(control) || control.title.trim();
}

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
