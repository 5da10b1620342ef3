/** A place for files that answers as a test wants: for the faults that a real store cannot be asked to have. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface MoodyStore {
  readonly url: string;
  /** The folder that is written to first is refused so many times. */
  refuseFirstFolder(count: number): void;
  /** Files are taken in, and not answered until `letGo`. */
  hold(): void;
  letGo(): void;
  readonly keys: readonly string[];
  stop(): void;
}

const BUSY =
  '<?xml version="1.0"?><Error><Code>SlowDown</Code><Message>Reduce your request rate.</Message></Error>';

export async function startMoodyStore(): Promise<MoodyStore> {
  let refused = 0;
  let refusedFolder: string | undefined;
  let isHolding = false;
  let held: ServerResponse[] = [];
  const keys: string[] = [];
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const isFile = request.method === 'PUT' && request.url!.endsWith('.parquet');
      if (!isFile) return response.end();
      const folder = request.url!.slice(0, request.url!.lastIndexOf('/'));
      if (refused > 0 && (refusedFolder ??= folder) === folder) {
        refused -= 1;
        return response.writeHead(503, { 'content-type': 'application/xml' }).end(BUSY);
      }
      keys.push(decodeURIComponent(request.url!));
      return isHolding ? held.push(response) : response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    refuseFirstFolder: (count) => {
      refused = count;
      refusedFolder = undefined;
    },
    hold: () => (isHolding = true),
    letGo: () => {
      isHolding = false;
      for (const response of held) response.end();
      held = [];
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
