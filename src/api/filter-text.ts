/** Filters put together as text; the language itself is no business of this room. */

/** Double-quoted JSON is the one spelling every server reads (UNKNOWNS U1). */
const quote = (text: string): string => JSON.stringify(text);

export const equals = (field: string, value: string): string => `eq(${field}, ${quote(value)})`;
