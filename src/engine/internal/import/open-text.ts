/**
 * The text of a file that may be gzipped, told by its first two bytes: names and content types of
 * what people download are not reliable.
 */
export async function openText(source: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
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
  return isGzip(first) ? unpack(whole) : whole;
}

/** The platform's types say BufferSource where every runtime takes and gives byte arrays. */
function unpack(packed: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const gunzip = new DecompressionStream('gzip') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>;
  return packed.pipeThrough(gunzip);
}

/** At least two bytes, in as many chunks as they came. */
async function firstBytes(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for (let length = 0; length < 2;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  return chunks;
}

function isGzip(chunks: readonly Uint8Array[]): boolean {
  const [first, second] = chunks.flatMap((chunk) => [...chunk.subarray(0, 2)]);
  return first === 0x1f && second === 0x8b;
}
