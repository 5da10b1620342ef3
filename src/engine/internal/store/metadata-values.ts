import type { RunTable } from './run-table.ts';
import type { Row } from './types.ts';

/** Values by key, most frequent first; values as text, since that is what an editor completes. */
export function metadataValues(
  { metadata }: RunTable,
  rows: readonly Row[],
  keys: readonly string[] | undefined,
  k: number,
): Readonly<Record<string, readonly string[]>> {
  const counts = new Uint32Array(metadata.size);
  for (const row of rows) for (const pair of metadata.postings.of(row)) counts[pair]!++;
  const wanted = keys && new Set(keys);
  const byKey = new Map<string, number[]>();
  for (let pair = 0; pair < counts.length; pair++) {
    if (counts[pair] === 0 || metadata.value(pair) === undefined) continue;
    const path = metadata.path(pair);
    if (wanted && !wanted.has(path)) continue;
    const pairs = byKey.get(path);
    if (pairs) pairs.push(pair);
    else byKey.set(path, [pair]);
  }
  const top = (pairs: number[]) => pairs.toSorted((a, b) => counts[b]! - counts[a]! || a - b).slice(0, k);
  return Object.fromEntries(
    [...byKey].map(([path, pairs]) => [path, top(pairs).map((pair) => String(metadata.value(pair)))]),
  );
}
