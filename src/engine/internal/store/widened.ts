type NumericArray = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** Typed arrays cannot grow in place: a larger copy whose new cells hold `fill`. */
export function widened<A extends NumericArray>(array: A, capacity: number, fill = 0): A {
  const Kind = array.constructor as new (length: number) => A;
  const wider = new Kind(capacity);
  wider.set(array);
  if (fill !== 0) wider.fill(fill, array.length);
  return wider;
}

/** Doubling keeps the cost of growing constant per added cell. */
export function nextCapacity(current: number, needed: number): number {
  return Math.max(needed, current * 2, 64);
}
