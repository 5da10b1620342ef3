/**
 * The q-th of the sorted values without sorting them all: quickselect, median of three as pivot. The
 * rank is floor(q·n), so the answer is always a value that occurs. Reorders the values.
 */
export function percentile(values: Float64Array, q: number): number | undefined {
  if (values.length === 0) return undefined;
  return select(values, Math.min(values.length - 1, Math.floor(q * values.length)));
}

function select(values: Float64Array, rank: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = medianOfThree(values[low]!, values[(low + high) >>> 1]!, values[high]!);
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left <= right) {
        const swap = values[left]!;
        values[left++] = values[right]!;
        values[right--] = swap;
      }
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else return values[rank]!;
  }
  return values[rank]!;
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
