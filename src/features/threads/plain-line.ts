/** A text as one line without the marks of Markdown, for places that show too little of it to format. */
export function plainLine(text: string): string {
  const line = isData(text) ? text : MARKS.reduce((left, [mark, kept]) => left.replace(mark, kept), text);
  return line.replace(/\s+/g, ' ').trim();
}

/** Recorded JSON, in which such signs are no marks. */
const isData = (text: string) => /^\s*[{[]\s*["{[\]}]/.test(text);

/** In this order: what stands at the start of a line first, pairs from the longest to the shortest. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]*(?:`{3,}|~{3,})[\w+-]*[ \t]*$/gm, ''],
  [/^[ \t]*#{1,6}[ \t]+/gm, ''],
  [/^[ \t]*(?:>[ \t]?)+/gm, ''],
  [/^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/gm, ''],
  [/^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/gm, ''],
  [/!?\[([^\]\n]*)\]\([^)\s]+(?:\s+"[^"\n]*")?\)/g, '$1'],
  [/(`+)([^`\n]+)\1/g, '$2'],
  [/\*\*(?=\S)([^\n]*?\S)\*\*/g, '$1'],
  [/(?<!\w)__(?=\S)([^\n]*?\S)__(?!\w|\.\w|\()/g, '$1'],
  [/~~(?=\S)([^\n]*?\S)~~/g, '$1'],
  [/(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])/g, '$1'],
  [/(?<!\w)_(?=[^\s_])([^_\n]*[^\s_])_(?!\w)/g, '$1'],
];
