/** Where a problem is, in the words of a person who looks at the text: counted from one. */
export function problemPlace(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return text.includes('\n') ? `line ${before.length}, column ${column}` : `column ${column}`;
}
