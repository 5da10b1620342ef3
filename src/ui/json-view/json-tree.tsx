import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import styles from '../json-view.module.css';
import { itemAfterKey } from './tree-keys.ts';

/**
 * The keyboard of a tree (WAI-ARIA): one tab stop, arrows walk and open, C copies. It reads the DOM
 * instead of a model of its own, because nodes own their open state and come and go.
 */
export function JsonTree({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const tabStop = useRef<HTMLElement>(undefined);

  function keepTabStop({ target }: FocusEvent) {
    if (!(target instanceof HTMLElement) || target.role !== 'treeitem') return;
    if (tabStop.current) tabStop.current.tabIndex = -1;
    target.tabIndex = 0;
    tabStop.current = target;
  }

  function walk(event: KeyboardEvent<HTMLElement>) {
    const item = event.target;
    if (!(item instanceof HTMLElement) || item.role !== 'treeitem') return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const press = pressOf(event.key, item.getAttribute('aria-expanded'));
    if (press) {
      item.querySelector<HTMLElement>(`:scope > div > [data-press="${press}"]`)?.click();
      event.preventDefault();
      return;
    }
    const next = itemAfterKey(event.key, item, event.currentTarget);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <ul
      role="tree"
      aria-label={label}
      className={styles.tree}
      onFocus={(event) => {
        if (!tabStop.current)
          tabStop.current = event.currentTarget.querySelector<HTMLElement>('[tabindex="0"]') ?? undefined;
        keepTabStop(event);
      }}
      onKeyDown={walk}
    >
      {children}
    </ul>
  );
}

function pressOf(key: string, expanded: string | null): 'toggle' | 'copy' | undefined {
  if (key === 'Enter' || key === ' ') return 'toggle';
  if (key === 'c' || key === 'C') return 'copy';
  if (key === 'ArrowRight' && expanded === 'false') return 'toggle';
  if (key === 'ArrowLeft' && expanded === 'true') return 'toggle';
  return undefined;
}
