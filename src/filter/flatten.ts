/**
 * Inputs, outputs and metadata as the filter language sees them (FILTER-LANGUAGE §6): one pair for
 * each leaf, nested keys joined with dots, array positions dropped, so a key may carry several values.
 * Empty objects and arrays give no pair, and an inner key is not a key of its own (`{a: {b: 1}}` has
 * only `a.b`).
 *
 * LangSmith indexes the first 100 keys and 250 characters; nothing is cut here, so a local workspace
 * may find more than the server would.
 */
export interface Item {
  readonly path: string;
  /** Undefined for a JSON null: the key is there, the value is not. */
  readonly value: ItemValue | undefined;
}

export type ItemValue = string | number | boolean;

/** In document order. A bare scalar gives one pair with an empty path. */
export function flatten(value: unknown): readonly Item[] {
  const items: Item[] = [];
  // A stack of its own: payloads come from strangers and may be nested deeper than ours.
  const waiting: { path: string; value: unknown }[] = [{ path: '', value }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value === 'object' && next.value !== null) {
      for (const child of childrenOf(next.path, next.value).toReversed()) waiting.push(child);
    } else {
      const item = leaf(next.path, next.value);
      if (item) items.push(item);
    }
  }
  return items;
}

function childrenOf(path: string, container: object): { path: string; value: unknown }[] {
  if (Array.isArray(container)) return container.map((value: unknown) => ({ path, value }));
  return Object.entries(container).map(([key, value]: [string, unknown]) => ({
    path: path === '' ? key : `${path}.${key}`,
    value,
  }));
}

function leaf(path: string, value: unknown): Item | undefined {
  if (value === null) return path === '' ? undefined : { path, value: undefined };
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { path, value };
  }
  return undefined;
}
