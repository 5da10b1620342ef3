import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Fetch } from '../../contract/fetch.ts';

export interface RunningServer {
  /** Without a trailing slash. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A Fetch over HTTP; settles when it can be asked. Port 0 takes any free one. */
export async function startServer(
  fetch: Fetch,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false });
  await listen(server, host, port);
  const { port: taken } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${taken}`, stop: () => close(server) };
}

function listen(server: ServerType, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
}

/** Clients keep connections open; waiting for them would take as long as they like. */
function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(
      `Port ${port} on ${host} is in use. Give another one with --port, or 0 for any free one.`,
    );
  }
  if (error.code === 'EACCES')
    return new Error(`Port ${port} needs more rights. Give one above 1023 with --port.`);
  if (error.code === 'EADDRNOTAVAIL') return new Error(`${host} is no address of this machine.`);
  return error;
}
