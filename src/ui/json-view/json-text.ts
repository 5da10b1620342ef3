/** What copying a value puts into the clipboard: a string as it is, anything else as indented JSON. */
export function jsonText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? String(value));
}
