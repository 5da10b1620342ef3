/**
 * LangSmith's views have no place for columns, rows, arguments and relative windows. Runlens keeps them as a
 * link in the last line of the description, where people can read them too. The filters are not repeated in
 * it: the view's own strings count, which others may have edited.
 */
const NOTE = /(?:^|\n)\s*Runlens: (#\/\d+\/(?:runs|threads)(?:\?\S*)?)\s*$/;

export interface NotedDescription {
  readonly text: string;
  /** Undefined: Runlens did not write this. */
  readonly link?: string;
}

export function readNote(description: string): NotedDescription {
  const found = NOTE.exec(description);
  return found?.[1] === undefined
    ? { text: description }
    : { text: description.slice(0, found.index).trimEnd(), link: found[1] };
}

export const writeNote = ({ text, link }: NotedDescription): string =>
  link === undefined ? text : `${text.trim()}${text.trim() ? '\n\n' : ''}Runlens: ${link}`;

export const NOTE_WORDS =
  'Columns and window go into the last line of its description, where LangSmith has no place of its own.';
