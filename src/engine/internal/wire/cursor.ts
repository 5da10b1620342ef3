import { HttpError } from '../http/http-error.ts';
import type { Keyset } from '../store/types.ts';

type Order = 'asc' | 'desc';

/**
 * A cursor names the last row already given, not a position, so inserts never shift pages (CONTRACT
 * §14.7). Opaque to clients; the version lets the form change.
 */
export function printCursor(order: Order, last: Keyset): string {
  const bytes = new TextEncoder().encode(JSON.stringify([1, order, last.startTime, last.id]));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function readCursor(cursor: string, order: Order): Keyset {
  const [version, cursorOrder, startTime, id] = decode(cursor);
  if (version !== 1 || typeof startTime !== 'number' || typeof id !== 'string') throw malformed();
  if (cursorOrder !== order) {
    throw new HttpError(
      400,
      `This cursor belongs to a query in ${String(cursorOrder)} order, but the query asks for ${order} order. Start again without a cursor.`,
    );
  }
  return { startTime, id };
}

function decode(cursor: string): readonly unknown[] {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (character) => character.charCodeAt(0)),
    );
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function malformed(): HttpError {
  return new HttpError(
    400,
    'The cursor is malformed. Send back the cursor of the previous page unchanged, or none to start again.',
  );
}
