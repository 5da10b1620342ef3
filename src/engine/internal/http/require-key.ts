import type { MiddlewareHandler } from 'hono';

/** Open to everybody, as on the server (CONTRACT §1.3). */
const OPEN = /^\/(?:api\/)?(?:v[12]\/)?(?:info|ok|public\/.*|runs\/query\/validate)$/;

/** With a key set, every other request must carry it, as X-API-Key or as a bearer. */
export function requireKey(apiKey: string | undefined): MiddlewareHandler {
  return async (c, next) => {
    if (apiKey === undefined || OPEN.test(c.req.path) || c.req.method === 'OPTIONS') return next();
    const bearer = c.req.header('authorization')?.replace(/^Bearer\s+/i, '');
    if ((c.req.header('x-api-key') ?? bearer) === apiKey) return next();
    return c.json({ detail: 'Invalid token' }, 401);
  };
}
