/** Where the focus goes from a tree item; undefined when the key does not move it. */
export function itemAfterKey(key: string, item: HTMLElement, tree: HTMLElement): HTMLElement | undefined {
  if (key === 'ArrowLeft') return parentOf(item);
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1 }[key];
  if (step === undefined && key !== 'Home' && key !== 'End') return undefined;
  if (key === 'ArrowRight' && item.getAttribute('aria-expanded') !== 'true') return undefined;
  const items = [...tree.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  return items[items.indexOf(item) + (step ?? 0)];
}

function parentOf(item: HTMLElement): HTMLElement | undefined {
  return item.parentElement?.closest<HTMLElement>('[role="treeitem"]') ?? undefined;
}
