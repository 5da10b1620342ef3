export type SortValue = string | number | undefined;

/**
 * Indexes in the order of their values: numbers before texts, those without a value last in both directions,
 * equal ones as they were. Numbers inside texts count as numbers.
 */
export function orderByValue(values: readonly SortValue[], isDescending: boolean): Uint32Array {
  const sign = isDescending ? -1 : 1;
  const collator = new Intl.Collator('en', { numeric: true });
  const compare = (a: number, b: number) => {
    const [x, y] = [values[a], values[b]];
    if (x === undefined || y === undefined) return x === y ? a - b : x === undefined ? 1 : -1;
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y) || a - b;
    if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1;
    return sign * collator.compare(String(x), String(y)) || a - b;
  };
  return Uint32Array.from(values, (_value, index) => index).toSorted(compare);
}
