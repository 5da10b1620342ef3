/** Keys and secrets by their looks: the wrong one in a box is found before it is sent, and is not shown. */
import type { DestinationDraft } from './destination-draft.ts';

type KeyBoxes = Pick<DestinationDraft, 'accessKeyId' | 'secretAccessKey'>;

/**
 * Secrets of Amazon, Google and MinIO have 40 letters of base64, Cloudflare's 64 hex digits, IBM's 48; tokens
 * are longer still. Oracle's key IDs are 40 hex digits, so those are no secret for sure.
 */
export function looksLikeSecret(text: string): boolean {
  const trimmed = text.trim();
  if (/^(?:[0-9a-f]{48}|[0-9a-f]{64})$/i.test(trimmed) || trimmed.length > 128) return true;
  return /^[\w/+=-]{40,}$/.test(trimmed) && /[a-z]/.test(trimmed) && !/^[0-9a-f]{40}$/.test(trimmed);
}

/** Amazon's, Google's and Cloudflare's. */
export const looksLikeKeyId = (text: string): boolean =>
  /^(?:(?:AKIA|ASIA)[A-Z0-9]{12,}|GOOG[A-Z0-9]{12,}|[0-9a-f]{32})$/.test(text.trim());

/** For texts that are shown and copied: a secret in the wrong box stays hidden there, too. */
export function shownKeyId({ accessKeyId, secretAccessKey }: KeyBoxes): string {
  const text = accessKeyId.trim();
  const isHidden = text === '' || looksLikeSecret(text) || text === secretAccessKey.trim();
  return isHidden ? 'YOUR_ACCESS_KEY_ID' : text;
}
