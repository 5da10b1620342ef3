/** US dollars as the decimal text of v1 (CONTRACT §14.5): never in exponent form. */
export function printMoney(dollars: number): string {
  const text = String(dollars);
  return text.includes('e') ? dollars.toFixed(20).replace(/\.?0+$/, '') : text;
}

export function printOptionalMoney(dollars: number | null): string | null {
  return dollars === null ? null : printMoney(dollars);
}
