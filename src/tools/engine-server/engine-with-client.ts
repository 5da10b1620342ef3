import { Client, type ClientConfig } from 'langsmith';
import { createEngine, type Engine, type EngineOptions } from '../../engine/create-engine.ts';
import { startServer } from './start-server.ts';

export interface EngineWithClient {
  readonly engine: Engine;
  readonly url: string;
  /** The official SDK, as a program would use it. */
  readonly client: Client;
  /** Another one, for example at another spelling of the address. */
  newClient(config?: ClientConfig): Client;
  /** A plain request, for what no SDK asks. */
  ask(path: string, body?: unknown, method?: string): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
}

/** An engine of its own on a free port of this machine, for one test file. */
export async function serveEngine(options: EngineOptions = {}): Promise<EngineWithClient> {
  const engine = createEngine(options);
  const server = await startServer(engine.fetch, { host: '127.0.0.1', port: 0 });
  const newClient = (config: ClientConfig = {}) =>
    new Client({
      apiUrl: server.url,
      apiKey: 'any-key',
      autoBatchTracing: true,
      callerOptions: { maxRetries: 0 },
      ...config,
    });
  return {
    engine,
    url: server.url,
    client: newClient(),
    newClient,
    ask: async (path, body, method = body === undefined ? 'GET' : 'POST') => {
      const response = await fetch(server.url + path, {
        method,
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
    },
    stop: () => server.stop(),
  };
}
