/** Addresses as people paste them: alone, in a sentence, in Markdown, without a scheme, decoded. Total. */

/** A screen of LangSmith, or a run of its API, without a scheme in front. */
const BARE_SCREEN =
  /(?<![\w./@-])(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d{1,5})?\/(?:[\w./-]*\/)?(?:o\/[0-9a-f-]{36}|projects\/p\/|public\/|v[12]\/runs\/[0-9a-f]{8}-)/i;
const START = /https?:\/\//gi;
/** More is a list of links, of which the first is read. */
const MOST_LINKS = 20;

export interface FoundLink {
  /** With a scheme, and with what was decoded in it encoded again. */
  readonly href: string;
  /** Where it stands in the text. */
  readonly from: number;
  readonly to: number;
}

export function linksIn(text: string): readonly FoundLink[] {
  const starts = [...text.matchAll(START)].slice(0, MOST_LINKS).map(({ index }) => index);
  if (starts.length > 0) return starts.map((start) => linkAt(text, start, ''));
  const bare = BARE_SCREEN.exec(text);
  if (!bare) return [];
  const scheme = /^(?:localhost|127\.)/.test(bare[0]) ? 'http' : 'https';
  return [linkAt(text, bare.index, `${scheme}://`)];
}

function linkAt(text: string, from: number, scheme: string): FoundLink {
  // In a text the quote belongs to what stands around the link.
  const ends = from === 0 ? /[\s<>]/ : /[\s<>"`]/;
  let href = scheme;
  let to = from;
  let mayHoldObjects = true;
  while (to < text.length && !ends.test(text[to]!)) {
    const isObject: boolean = mayHoldObjects && /^\{\s*"/.test(text.slice(to, to + 20));
    const object: string | undefined = isObject ? objectAt(text, to) : undefined;
    mayHoldObjects &&= !isObject || object !== undefined;
    href += object === undefined ? text[to]! : encodedOnce(object);
    to += object?.length ?? 1;
  }
  const rest = trimmed(href);
  return { href: rest, from, to: to - (href.length - rest.length) };
}

/** `{"filter":"and(eq(is_root, true), …)"}` as documents print it: blanks inside do not end the link. */
function objectAt(text: string, start: number): string | undefined {
  let depth = 0;
  let isString = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at]!;
    if (isString && char === '\\') at += 1;
    else if (char === '"') isString = !isString;
    else if (!isString && (char === '{' || char === '[')) depth += 1;
    else if (!isString && (char === '}' || char === ']')) depth -= 1;
    if (depth === 0) return text.slice(start, at + 1);
  }
  return undefined;
}

/** Some browsers decode only a part. */
function encodedOnce(object: string): string {
  return /%[0-9a-f]{2}/i.test(object) && !/\s/.test(object) ? object : encodeURIComponent(object);
}

/** What ends the sentence, or the Markdown, is no part of the link. */
function trimmed(link: string): string {
  let end = link.length;
  for (; end > 0; end--) {
    const last = link[end - 1]!;
    if (last === ')') {
      const upTo = link.slice(0, end);
      if (upTo.split('(').length >= upTo.split(')').length) break;
    } else if (!/[.,;:!?'\]*]/.test(last)) break;
  }
  return link.slice(0, end);
}
