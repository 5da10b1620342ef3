import type { Range } from './ast.ts';

/** Replaces a range of the text. Edits that belong together never overlap; each counts from the old text. */
export interface TextEdit extends Range {
  readonly text: string;
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let end = 0;
  for (const edit of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    result += text.slice(end, edit.from) + edit.text;
    end = edit.to;
  }
  return result + text.slice(end);
}
