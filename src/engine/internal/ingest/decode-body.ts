import { Decompress } from 'fzstd';
import { HttpError } from '../http/http-error.ts';

/** The bytes of a request after its Content-Encoding: JS sends gzip, Python zstd (WIRE §3, §8). */
export async function decodeBody(request: Request): Promise<Uint8Array> {
  const encoding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase();
  const bytes = new Uint8Array(await request.arrayBuffer());
  switch (encoding) {
    case 'identity':
    case '':
      return bytes;
    case 'gzip':
    case 'x-gzip':
      return gunzip(bytes);
    case 'zstd':
      return unzstd(bytes);
    default:
      throw new HttpError(
        415,
        `Content-Encoding "${encoding}" is not supported. Send the body as it is, or with gzip or zstd.`,
      );
  }
}

async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new HttpError(400, 'The body says Content-Encoding: gzip, but it is not a complete gzip stream.');
  }
}

/** Streamed, because Python writes frames that do not tell their size in advance. */
function unzstd(bytes: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  try {
    const decompressor = new Decompress((chunk) => void chunks.push(chunk.slice()));
    decompressor.push(bytes, true);
  } catch {
    throw new HttpError(400, 'The body says Content-Encoding: zstd, but it is not a complete zstd stream.');
  }
  return concatenate(chunks);
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
