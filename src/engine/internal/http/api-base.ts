import type { Context } from 'hono';

/** The address under which this engine was called: what stands before the API's own paths. */
export function apiBase(c: Context): string {
  const { origin, pathname } = new URL(c.req.url);
  return origin + pathname.replace(/\/(?:api\/)?v[12]\/.*$/, '').replace(/\/$/, '');
}
