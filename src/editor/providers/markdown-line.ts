/** Help is plain sentences with quotes and brackets, which Monaco would read as Markdown. Examples are code. */
export function markdownLine(line: string, isTitle: boolean): string {
  const example = /^Example: (?<code>.*)$/su.exec(line)?.groups?.['code'];
  if (example !== undefined && !example.includes('`')) return `Example: \`${example}\``;
  const escaped = line.replace(/[\\`*_{}[\]()#+\-.!<>|~&]/g, '\\$&');
  return isTitle ? `**${escaped}**` : escaped;
}
