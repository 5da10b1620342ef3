/** Any text between single quotes of a POSIX shell; a quote inside closes, stands escaped, and opens again. */
export function shellLiteral(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Bare where every shell reads it so. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : shellLiteral(text);
}
