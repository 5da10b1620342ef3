/**
 * Where each list was left, so that coming back from a trace finds the same place. Lives as long as the
 * page is open; the rows themselves wait in the query cache.
 */
const LISTS = 50;
const tops = new Map<string, number>();

export function rememberTop(list: string, top: number): void {
  tops.delete(list);
  tops.set(list, top);
  const [oldest] = tops.keys();
  if (tops.size > LISTS && oldest !== undefined) tops.delete(oldest);
}

/** Pixels from the first row. */
export const rememberedTop = (list: string): number => tops.get(list) ?? 0;
