/**
 * Text that cannot deceive: control characters, lone surrogates, byte order marks and the marks that
 * reorder text (the "Trojan Source" ones) are shown as escapes instead of acting. Joiners (U+200C,
 * U+200D) act, because scripts and emoji need them; so do tab, line feed and carriage return.
 */
const hidden = /(?:(?![\t\n\r])[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff])+/gu;

export interface Segment {
  readonly kind: 'plain' | 'escape';
  readonly text: string;
}

/** Beyond this many stretches (binary data sent as text) escapes are written into the plain text. */
const MOST_SEGMENTS = 1000;

export function visibleSegments(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const match of text.matchAll(hidden)) {
    if (segments.length >= MOST_SEGMENTS) {
      return [...segments, { kind: 'plain', text: text.slice(at).replace(hidden, escapeOf) }];
    }
    if (match.index > at) segments.push({ kind: 'plain', text: text.slice(at, match.index) });
    segments.push({ kind: 'escape', text: escapeOf(match[0]) });
    at = match.index + match[0].length;
  }
  if (at < text.length) segments.push({ kind: 'plain', text: text.slice(at) });
  return segments;
}

/** JSON's own notation, so that what is seen can be pasted. By code unit: a lone surrogate has no other name. */
function escapeOf(characters: string): string {
  let escaped = '';
  for (let i = 0; i < characters.length; i++) {
    escaped += `\\u${characters.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
