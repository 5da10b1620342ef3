/**
 * A link as text pieces, before any of them means something: `#/<version>/<path…>?<name>=<value>&…`.
 *
 * Everything outside the unreserved characters is escaped, also quotes and brackets that a fragment could
 * hold: chats and mail programs cut links at them.
 */
export interface RawLink {
  readonly version: number;
  readonly path: readonly string[];
  readonly params: readonly (readonly [name: string, value: string])[];
}

const KEPT = /%(?:2C|3A|2F)/g;

/** Half a surrogate pair (a text cut in the middle of an emoji) would make encodeURIComponent throw. */
const encode = (text: string) =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(KEPT, decodeURIComponent);

/** A path segment must not bring slashes of its own. */
const encodeSegment = (text: string) => encode(text).replaceAll('/', '%2F');

/** Undefined for broken escapes, e.g. of a link cut in the middle. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

export function printRawLink({ version, path, params }: RawLink): string {
  const query = params.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return `#/${version}/${path.map(encodeSegment).join('/')}${query ? `?${query}` : ''}`;
}

export type RawResult =
  | { readonly kind: 'ok'; readonly link: RawLink; readonly problems: readonly string[] }
  | { readonly kind: 'unknown'; readonly reason: string };

function paramsOf(query: string, problems: string[]): RawLink['params'] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .flatMap((pair) => {
      const cut = pair.indexOf('=');
      const name = decode(cut < 0 ? pair : pair.slice(0, cut));
      const value = decode(cut < 0 ? '' : pair.slice(cut + 1));
      if (name !== undefined && value !== undefined) return [[name, value] as const];
      problems.push(`A part of the link (${(name ?? 'unnamed').slice(0, 40)}) is damaged and was left out.`);
      return [];
    });
}

export function parseRawLink(hash: string): RawResult {
  const text = hash.replace(/^#?\/?/, '');
  const cut = text.indexOf('?');
  const segments = (cut < 0 ? text : text.slice(0, cut)).split('/').filter((part) => part !== '');
  const [version, ...path] = segments.map(decode);
  if (version === undefined || !/^[1-9]\d{0,5}$/.test(version))
    return { kind: 'unknown', reason: 'The address does not begin like a Runlens link (#/1/…).' };
  if (path.includes(undefined)) return { kind: 'unknown', reason: 'The address is damaged in the middle.' };
  const problems: string[] = [];
  const params = paramsOf(cut < 0 ? '' : text.slice(cut + 1), problems);
  return { kind: 'ok', link: { version: Number(version), path: path as string[], params }, problems };
}
