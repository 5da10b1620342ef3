import type { Plugin } from 'vite';

/**
 * Written into the built page itself, so that every static host serves it without configuration.
 * `style-src 'unsafe-inline'`: Monaco writes its theme as style elements; nothing else needs it.
 * `connect-src https:`: people connect to their own servers, whose names we cannot know. Plain http is
 * for servers on this machine only. Scripts, workers and fonts come from this site alone.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Only for builds: the development server injects inline scripts of its own. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'runlens:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
