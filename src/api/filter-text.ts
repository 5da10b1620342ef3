/** Filters put together as text; the language itself is no business of this room. */

/** Double-quoted JSON is the one spelling every server reads (UNKNOWNS U1). */
const quote = (text: string): string => JSON.stringify(text);

export const equals = (field: string, value: string): string => `eq(${field}, ${quote(value)})`;

/** Each part stays a call of its own, so that key/value pairs inside it keep together (FILTER-LANGUAGE §7). */
export function allOf(...parts: readonly (string | undefined)[]): string | undefined {
  const real = parts.map((part) => part?.trim()).filter((part) => part !== undefined && part !== '');
  return real.length > 1 ? `and(${real.join(', ')})` : real[0];
}
