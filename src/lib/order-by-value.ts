export type SortValue = string | number | undefined;

/**
 * Indexes in the order of their values: numbers before texts, those without a value last in both directions,
 * equal ones as they were. Numbers inside texts count as numbers.
 *
 * Names, types and tags repeat, and ordering texts as people do is slow: each distinct text is ordered once
 * and is a number from then on.
 */
export function orderByValue(values: readonly SortValue[], isDescending: boolean): Uint32Array {
  const ranks = textRanks(values);
  const sign = isDescending ? -1 : 1;
  const keys = new Float64Array(values.length);
  const numbers: number[] = [];
  const texts: number[] = [];
  const none: number[] = [];
  values.forEach((value, index) => {
    if (value === undefined) return none.push(index);
    keys[index] = sign * (typeof value === 'number' ? value : ranks.get(value)!);
    return (typeof value === 'number' ? numbers : texts).push(index);
  });
  const byKey = (a: number, b: number) => keys[a]! - keys[b]! || a - b;
  return Uint32Array.from([...numbers.toSorted(byKey), ...texts.toSorted(byKey), ...none]);
}

function textRanks(values: readonly SortValue[]): ReadonlyMap<string, number> {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const distinct = new Set(values.filter((value) => typeof value === 'string'));
  const ranks = new Map<string, number>();
  let rank = 0;
  let last: string | undefined;
  for (const text of [...distinct].toSorted(compare)) {
    // Texts that are written differently and ordered alike share a place.
    if (last !== undefined && compare(last, text) !== 0) rank += 1;
    ranks.set(text, rank);
    last = text;
  }
  return ranks;
}
