import { HttpError } from '../http/http-error.ts';
import { indexOfBytes } from './index-of-bytes.ts';

export interface Part {
  readonly name: string;
  /** Without parameters such as `length`. */
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

const CRLF = new Uint8Array([13, 10]);
const BLANK_LINE = new Uint8Array([13, 10, 13, 10]);

/**
 * A multipart/form-data body as the LangSmith SDKs write it. Attachments may hold anything, also the
 * boundary itself, so the length that a part declares wins (JS: `length=` in Content-Type, Python: a
 * Content-Length header; WIRE §3). Only a part without a believable length is searched for its end.
 */
export function parseMultipart(body: Uint8Array, contentType: string): readonly Part[] {
  const boundary = boundaryOf(contentType);
  const delimiter = new TextEncoder().encode(`\r\n--${boundary}`);
  let at = startOf(body, delimiter);
  const parts: Part[] = [];
  while (!isEnd(body, at)) {
    const headersEnd = indexOfBytes(body, BLANK_LINE, at);
    if (headersEnd < 0) throw broken(`part ${parts.length + 1} has no end of its headers`);
    const headers = new TextDecoder().decode(body.subarray(at, headersEnd));
    const from = headersEnd + BLANK_LINE.length;
    const to = endOfPart(body, from, declaredLength(headers), delimiter);
    if (to < 0) throw broken(`part ${parts.length + 1} is not closed by the boundary`);
    parts.push({ name: nameOf(headers), mimeType: mimeTypeOf(headers), bytes: body.subarray(from, to) });
    at = to + delimiter.length;
  }
  return parts;
}

function boundaryOf(contentType: string): string {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  if (!boundary) throw new HttpError(400, 'The Content-Type must be multipart/form-data with a boundary.');
  return boundary[1] ?? boundary[2]!;
}

/** Position after the first boundary; what stands before it is a preamble and means nothing. */
function startOf(body: Uint8Array, delimiter: Uint8Array): number {
  const dashes = delimiter.subarray(CRLF.length);
  if (startsWith(body, dashes, 0)) return dashes.length;
  const found = indexOfBytes(body, delimiter, 0);
  if (found < 0) throw broken('the boundary named in the Content-Type does not occur in it');
  return found + delimiter.length;
}

function isEnd(body: Uint8Array, at: number): boolean {
  return body[at] === 45 && body[at + 1] === 45;
}

function endOfPart(
  body: Uint8Array,
  from: number,
  length: number | undefined,
  delimiter: Uint8Array,
): number {
  if (length !== undefined && isDelimiter(body, from + length, delimiter)) return from + length;
  let at = indexOfBytes(body, delimiter, from);
  while (at >= 0 && !isDelimiter(body, at, delimiter)) at = indexOfBytes(body, delimiter, at + 1);
  return at;
}

/** The boundary must be followed by a line end or by the closing dashes, else it is part of the content. */
function isDelimiter(body: Uint8Array, at: number, delimiter: Uint8Array): boolean {
  const after = at + delimiter.length;
  return startsWith(body, delimiter, at) && (startsWith(body, CRLF, after) || isEnd(body, after));
}

function startsWith(body: Uint8Array, prefix: Uint8Array, at: number): boolean {
  if (at + prefix.length > body.length) return false;
  for (let index = 0; index < prefix.length; index++) if (body[at + index] !== prefix[index]) return false;
  return true;
}

function declaredLength(headers: string): number | undefined {
  const length =
    /^content-type:[^\r\n]*;\s*length=(\d+)/im.exec(headers) ?? /^content-length:\s*(\d+)/im.exec(headers);
  return length ? Number(length[1]) : undefined;
}

/** Names are raw UTF-8; FormData escapes quotes and line ends, the SDKs do not. */
function nameOf(headers: string): string {
  const name = /^content-disposition:[^\r\n]*?[;\s]name="(.*?)"\s*(?:;|\r|$)/im.exec(headers)?.[1];
  if (name === undefined) throw broken('a part has no name');
  return name.replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function mimeTypeOf(headers: string): string {
  return (
    /^content-type:\s*([^;\r\n]*)/im.exec(headers)?.[1]?.trim().toLowerCase() || 'application/octet-stream'
  );
}

function broken(reason: string): HttpError {
  return new HttpError(400, `The multipart body cannot be read: ${reason}.`);
}
