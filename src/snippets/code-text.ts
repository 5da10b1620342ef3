/** Texts as literals of other languages. */

/** What neither Python nor JavaScript needs an escape for between single quotes. */
const PLAIN = /^[^'\\\p{Cc}\p{Surrogate}\u2028\u2029]*$/u;

/**
 * A string of Python or JavaScript. Filters are full of double quotes, so single ones are taken where no
 * escape is needed; else JSON, whose escapes both languages read alike.
 */
export function stringLiteral(text: string): string {
  if (text.includes('"') && PLAIN.test(text)) return `'${text}'`;
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}

export function indent(lines: readonly string[], by = 4): readonly string[] {
  return lines.map((line) => (line === '' ? line : `${' '.repeat(by)}${line}`));
}

/** What the arguments of a query are made of. */
export type Argument = string | number | boolean | readonly string[];

export function pythonLiteral(value: Argument): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typescriptLiteral(value);
}

/** Texts, numbers and lists look alike in both languages. */
export function typescriptLiteral(value: Argument): string {
  if (typeof value === 'object') return `[${value.map(stringLiteral).join(', ')}]`;
  return typeof value === 'string' ? stringLiteral(value) : String(value);
}
