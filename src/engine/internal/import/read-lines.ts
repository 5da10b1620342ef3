/** Lines of a UTF-8 stream, a list per chunk: one promise per line would cost more than reading it. */
export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<readonly string[]> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
    rest = done ? '' : lines.pop()!;
    if (lines.length > 0) yield lines;
    if (done) return;
  }
}
