/**
 * A long link made short: `#/1/z/<text>`, where the text is the whole other link, deflated and written in
 * the 64 characters that addresses take as they are. zlib's checksum is kept: a link cut or changed on its
 * way is noticed. The link inside says its own version; the 1 outside is that of this wrapping.
 */
const MARK = /^#?\/?1\/z\//;

/** Beyond this, chats and mail programs begin to cut addresses. */
export const LONG_LINK = 2000;

/** A few kilobytes of zeros can be inflated to gigabytes; no link of ours is longer than this. */
const MOST_BYTES = 1_000_000;

export type Unpacked =
  | { readonly kind: 'ok'; readonly hash: string }
  | { readonly kind: 'damaged'; readonly reason: string };

/** The packed text of such a link; undefined for every other link. */
export function packedPart(hash: string): string | undefined {
  return MARK.test(hash) ? hash.replace(MARK, '') : undefined;
}

export async function packLink(hash: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(hash), new CompressionStream('deflate'));
  return `#/1/z/${toText(bytes)}`;
}

export async function unpackLink(part: string): Promise<Unpacked> {
  const bytes = toBytes(part);
  if (!bytes) return damaged('It holds characters that a compressed link never has.');
  try {
    const inside = await through(bytes, new DecompressionStream('deflate'));
    const hash = new TextDecoder('utf-8', { fatal: true }).decode(inside);
    // A link inside a link inside a link could go on for ever.
    if (!/^#\/[1-9]/.test(hash) || packedPart(hash) !== undefined)
      return damaged('What is inside is not a Runlens link.');
    return { kind: 'ok', hash };
  } catch (error) {
    return damaged(
      error instanceof TooLong
        ? 'What is inside is longer than any link.'
        : 'It was cut off or changed on its way.',
    );
  }
}

const damaged = (reason: string): Unpacked => ({ kind: 'damaged', reason });

class TooLong extends Error {}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // Damaged input fails both ends; the reader's failure is the one that is told.
  const written = writer.write(bytes).then(() => writer.close());
  written.catch(() => {});
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new TooLong();
    }
    parts.push(part.value);
  }
  await written;
  return joined(parts, size);
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const toText = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

function toBytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
