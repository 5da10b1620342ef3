import type { Context } from 'hono';

export const NOTICE_HEADER = 'x-runlens-notice';

/**
 * Tells the caller, in our own namespace, what the answer would otherwise hide: a clamp, a default
 * window (UNKNOWNS U3). Header values are ASCII.
 */
export function notice(c: Context, sentence: string): void {
  c.header(NOTICE_HEADER, sentence.replace(/[^\x20-\x7e]/g, '?'), { append: true });
}
