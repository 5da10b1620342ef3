import { type PreviewServer, preview } from 'vite';
import { PROJECT_ROOT } from './project-root.ts';

export interface Site {
  /** Ends with a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  /** 0 = any free one. */
  readonly port?: number;
  readonly host?: string;
  /** Fail when the port is taken, instead of trying the next one. */
  readonly isStrict?: boolean;
  readonly isOpened?: boolean;
}

/** Serves `dist/` with the local proxy, as a person gets it from `npm start`. */
export async function serveSite(options: ServeOptions = {}): Promise<Site> {
  const { port = 0, host = '127.0.0.1', isStrict = true, isOpened = false } = options;
  const server = await preview({
    root: PROJECT_ROOT,
    logLevel: 'warn',
    preview: { port, host, strictPort: isStrict, open: isOpened },
  });
  return { url: addressOf(server), close: () => server.close() };
}

function addressOf({ resolvedUrls }: PreviewServer): string {
  const [address] = [...(resolvedUrls?.local ?? []), ...(resolvedUrls?.network ?? [])];
  if (address === undefined) throw new Error('The server started, but does not say at which address.');
  return address;
}
