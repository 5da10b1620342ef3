import type { JsonObject } from '../contract/run.ts';
import type { ContentPart, MediaSource } from './chat-message.ts';
import { asObject, asText } from './json-access.ts';

type MediaKind = Extract<ContentPart, { source: MediaSource }>['kind'];

const dataUrl = /^data:([^;,]+)(?:;[^,]*)?;base64,(.*)$/s;

function sourceOfUrl(url: string): MediaSource {
  const inline = dataUrl.exec(url);
  return inline
    ? { kind: 'inline', mimeType: inline[1]!.toLowerCase(), base64: inline[2]! }
    : { kind: 'link', url };
}

function sourceOfData(data: string, mimeType: string): MediaSource {
  return data.startsWith('data:') ? sourceOfUrl(data) : { kind: 'inline', mimeType, base64: data };
}

/** What the medium is, from its type; the block's own word when there is none. */
function kindOfMedia(source: MediaSource, fallback: MediaKind): MediaKind {
  if (source.kind !== 'inline') return fallback;
  const family = source.mimeType.split('/')[0];
  return family === 'image' || family === 'audio' || family === 'video' ? family : fallback;
}

const unknownType = 'application/octet-stream';

/** Content blocks that carry a medium: OpenAI, Anthropic, LangChain 0.3 and 1.x, Gemini, Bedrock spellings. */
export function mediaPart(type: string, block: JsonObject): ContentPart | undefined {
  switch (type) {
    case 'image_url':
    case 'input_image':
    case 'image':
      return part('image', block, block.image_url, 'image/png');
    case 'input_audio':
    case 'audio':
      return part('audio', block, block.input_audio, 'audio/wav');
    case 'video':
    case 'video_url':
      return part('video', block, block.video_url, 'video/mp4');
    case 'file':
    case 'input_file':
    case 'document':
    case 'media':
      return part('file', block, block.file, unknownType);
    default:
      return undefined;
  }
}

function part(
  kind: MediaKind,
  block: JsonObject,
  nested: JsonObject[string] | undefined,
  mimeType: string,
): ContentPart | undefined {
  const inner = asObject(nested) ?? asObject(block.source) ?? block;
  const source = typeof nested === 'string' ? sourceOfUrl(nested) : readSource(inner, block, kind, mimeType);
  if (source === undefined) return undefined;
  const name = asText(inner.filename) ?? asText(block.filename) ?? asText(block.name) ?? asText(block.title);
  return { kind: kindOfMedia(source, kind), source, ...(name === undefined ? {} : { name }) };
}

function readSource(
  inner: JsonObject,
  block: JsonObject,
  kind: MediaKind,
  fallbackType: string,
): MediaSource | undefined {
  const format = asText(inner.format);
  const mimeType =
    asText(inner.media_type) ??
    asText(inner.mime_type) ??
    asText(inner.mimeType) ??
    asText(block.mime_type) ??
    asText(block.mimeType) ??
    (format === undefined ? fallbackType : `${kind}/${format}`);
  const data = asText(inner.data) ?? asText(inner.base64) ?? asText(inner.file_data) ?? asText(inner.bytes);
  if (data !== undefined) return sourceOfData(data, mimeType);
  const url = asText(inner.url) ?? asText(inner.file_url) ?? asText(inner.fileUri) ?? asText(inner.file_uri);
  if (url !== undefined) return sourceOfUrl(url);
  const id = asText(inner.file_id) ?? asText(block.file_id);
  return id === undefined ? undefined : { kind: 'id', id };
}
