/**
 * Long texts as UTF-8 in large buffers outside the garbage-collected heap; a text is known by a
 * number. 0 = no text. JSON.stringify escapes lone surrogates, so JSON texts survive UTF-8 unharmed;
 * other texts must be given as JSON strings.
 */
const UNIT = 4;
const CHUNK_BYTES = 1 << 22;
const UNITS_PER_CHUNK = CHUNK_BYTES / UNIT;

/** The shared texts are also kept as strings to recognise them, so they are bounded. */
const MOST_SHARED = 4096;
const LONGEST_SHARED = 1 << 16;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class TextArena {
  /** Every chunk takes up one span of UNITS_PER_CHUNK numbers; a larger one leaves most of its own unused. */
  private readonly chunks: Uint8Array[] = [];
  private current = -1;
  /** Number 0 means "no text", so the very first unit stays empty. */
  private cursor = UNIT;
  private liveBytes = 0;
  private deadBytes = 0;
  private readonly shared = new Map<string, number>();
  private readonly sharedNumbers = new Set<number>();

  get dead(): number {
    return this.deadBytes;
  }

  get live(): number {
    return this.liveBytes;
  }

  put(text: string): number {
    // A UTF-16 unit takes at most three bytes.
    if (text.length * 3 + UNIT > CHUNK_BYTES - UNIT) return this.putAlone(encoder.encode(text));
    if (this.current < 0 || this.cursor + UNIT + text.length * 3 > CHUNK_BYTES) this.startChunk();
    const chunk = this.chunks[this.current]!;
    const at = this.cursor;
    const { written } = encoder.encodeInto(text, chunk.subarray(at + UNIT));
    writeLength(chunk, at, written);
    this.cursor = align(at + UNIT + written);
    this.liveBytes += UNIT + written;
    return this.current * UNITS_PER_CHUNK + at / UNIT;
  }

  /** For texts that many rows repeat: kept once, never released. */
  putShared(text: string): number {
    const known = this.shared.get(text);
    if (known !== undefined) return known;
    const reference = this.put(text);
    if (this.shared.size < MOST_SHARED && text.length < LONGEST_SHARED) {
      this.shared.set(text, reference);
      this.sharedNumbers.add(reference);
    }
    return reference;
  }

  get(reference: number): string {
    return decoder.decode(this.bytes(reference));
  }

  /** Lets go of a text; the space is counted, and comes back when its owner copies what lives into a new arena. */
  release(reference: number): void {
    if (reference === 0 || this.sharedNumbers.has(reference)) return;
    const size = UNIT + this.bytes(reference).length;
    this.liveBytes -= size;
    this.deadBytes += size;
  }

  private bytes(reference: number): Uint8Array {
    const chunk = this.chunks[Math.floor(reference / UNITS_PER_CHUNK)]!;
    const at = (reference % UNITS_PER_CHUNK) * UNIT;
    const length = readLength(chunk, at);
    return chunk.subarray(at + UNIT, at + UNIT + length);
  }

  private putAlone(bytes: Uint8Array): number {
    const chunk = new Uint8Array(UNIT + UNIT + bytes.length);
    writeLength(chunk, UNIT, bytes.length);
    chunk.set(bytes, UNIT + UNIT);
    this.liveBytes += UNIT + bytes.length;
    return (this.chunks.push(chunk) - 1) * UNITS_PER_CHUNK + 1;
  }

  private startChunk(): void {
    this.current = this.chunks.push(new Uint8Array(CHUNK_BYTES)) - 1;
    this.cursor = UNIT;
  }
}

function align(offset: number): number {
  return (offset + UNIT - 1) & -UNIT;
}

function writeLength(chunk: Uint8Array, at: number, length: number): void {
  chunk[at] = length & 255;
  chunk[at + 1] = (length >>> 8) & 255;
  chunk[at + 2] = (length >>> 16) & 255;
  chunk[at + 3] = length >>> 24;
}

function readLength(chunk: Uint8Array, at: number): number {
  return (chunk[at]! | (chunk[at + 1]! << 8) | (chunk[at + 2]! << 16) | (chunk[at + 3]! << 24)) >>> 0;
}
