export type OpenedFile =
  | { readonly kind: 'text'; readonly stream: ReadableStream<Uint8Array> }
  | { readonly kind: 'parquet'; readonly stream: ReadableStream<Uint8Array> };

/**
 * A file that may be gzipped text or Parquet, told by its first bytes: names and content types of what people
 * download are not reliable.
 */
export async function openFile(source: ReadableStream<Uint8Array>): Promise<OpenedFile> {
  const reader = source.getReader();
  const first = await firstBytes(reader);
  const whole = new ReadableStream<Uint8Array>({
    start: (controller) => first.forEach((chunk) => controller.enqueue(chunk)),
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  if (startsWith(first, PARQUET)) return { kind: 'parquet', stream: whole };
  return { kind: 'text', stream: startsWith(first, GZIP) ? unpack(whole) : whole };
}

/** The platform's types say BufferSource where every runtime takes and gives byte arrays. */
function unpack(packed: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const gunzip = new DecompressionStream('gzip') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>;
  return packed.pipeThrough(gunzip);
}

const GZIP = [0x1f, 0x8b];
/** "PAR1" */
const PARQUET = [0x50, 0x41, 0x52, 0x31];

/** At least four bytes, in as many chunks as they came. */
async function firstBytes(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for (let length = 0; length < 4;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  return chunks;
}

function startsWith(chunks: readonly Uint8Array[], magic: readonly number[]): boolean {
  const bytes = chunks.flatMap((chunk) => [...chunk.subarray(0, magic.length)]);
  return magic.every((byte, index) => bytes[index] === byte);
}
