/** What a test of a connection found out, ready to be shown. */
import type { Generation } from '../contract/api.ts';
import type { Workspace } from '../contract/server.ts';

interface Words {
  readonly title: string;
  readonly explanation: string;
  /** What to do next, one step each. */
  readonly next: readonly string[];
}

export interface Remedy {
  readonly id: 'server-setting' | 'same-origin' | 'local-proxy';
  readonly title: string;
  readonly text: string;
}

export type ConnectionReport = Words &
  (
    | {
        readonly kind: 'ok';
        readonly version?: string;
        readonly generation: Generation;
        readonly generationReason: string;
        /** Undefined when this key may not list them. */
        readonly workspaces?: readonly Workspace[];
      }
    | { readonly kind: 'needs-workspace'; readonly workspaces?: readonly Workspace[] }
    | { readonly kind: 'cors'; readonly remedies: readonly Remedy[] }
    | {
        readonly kind:
          | 'bad-address'
          | 'wrong-key'
          | 'not-allowed'
          | 'not-langsmith'
          | 'redirected'
          | 'offline'
          | 'unreachable'
          | 'proxy-failed'
          | 'too-old'
          | 'busy'
          | 'server-error'
          | 'timeout'
          | 'failed';
      }
  );

/** A browser may only read what a server allows its page to read. Three ways to get there (DESIGN §4). */
export const CORS_REMEDIES: readonly Remedy[] = [
  {
    id: 'server-setting',
    title: 'Allow this page on the server',
    text: 'Self-hosted: set config.security.cors.allowedOrigins in the Helm chart (environment variable CORS_ALLOWED_ORIGINS) so that it contains the origin of this page.',
  },
  {
    id: 'same-origin',
    title: 'Serve Runlens from the same origin',
    text: 'Put the Runlens files behind the web server or gateway that also answers the LangSmith API, and connect to that address.',
  },
  {
    id: 'local-proxy',
    title: 'Use the local proxy',
    text: 'Run Runlens on your own computer with “npm start”; it forwards requests from this page to LangSmith, and nothing else.',
  },
];
