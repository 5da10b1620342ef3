const MOST_CHARACTERS = 1200;
const MOST_LINES = 20;
/** Folding a text by a few characters would hide more than it saves. */
const SLACK = 1.25;

/** The beginning of a long text; undefined when it is short enough to stand whole. */
export function foldedText(text: string): string | undefined {
  const lineEnd = endOfLine(text, MOST_LINES * SLACK);
  if (text.length <= MOST_CHARACTERS * SLACK && lineEnd === undefined) return undefined;
  const end = Math.min(MOST_CHARACTERS, endOfLine(text, MOST_LINES) ?? text.length);
  // Half a surrogate pair at the cut would be shown as damage that is not there.
  const isPairCut = /[\ud800-\udbff]/.test(text[end - 1] ?? '');
  return text.slice(0, isPairCut ? end - 1 : end);
}

function endOfLine(text: string, line: number): number | undefined {
  let at = -1;
  for (let i = 0; i < line; i++) {
    at = text.indexOf('\n', at + 1);
    if (at === -1) return undefined;
  }
  return at;
}
