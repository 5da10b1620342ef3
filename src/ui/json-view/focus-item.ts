import type { MouseEvent } from 'react';

/** A press with the mouse leaves the keyboard on the same row. */
export function focusItem(event: MouseEvent<HTMLElement>): void {
  event.currentTarget.closest<HTMLElement>('[role="treeitem"]')?.focus();
}
