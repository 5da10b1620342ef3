/**
 * Filter texts that must all hold, as one; undefined when none asks anything. Each part stays a call of its
 * own, so that key/value pairs inside it keep together (FILTER-LANGUAGE §7).
 */
export function allOf(...parts: readonly (string | undefined)[]): string | undefined {
  const real = parts.map((part) => part?.trim()).filter((part) => part !== undefined && part !== '');
  return real.length > 1 ? `and(${real.join(', ')})` : real[0];
}
