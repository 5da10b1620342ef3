/**
 * The one place that knows two kinds of backends: the engine in a worker (sample workspace, opened files)
 * and LangSmith servers. Everything else gets an Api and never asks who answers.
 */
import { createApi } from '../api/create-api.ts';
import { type httpFetch, keylessFetch } from '../api/http-fetch.ts';
import { createRateBudget, type RateBudget } from '../api/rate-budget.ts';
import type { Api } from '../contract/api.ts';
import type { Fetch } from '../contract/fetch.ts';
import type { ServerConnection } from '../features/connections/server-connection.ts';
import type { ImportReport } from '../features/connections/import-report.ts';
import { importInto } from './import-into.ts';
import { loadedFetch } from './loaded-fetch.ts';
import { loadSample } from './load-sample.ts';

export interface Backend {
  readonly api: Api;
  /** Servers only: the engine has no limits. */
  readonly budget?: RateBudget;
}

/** An engine in this browser: it can be asked for more than LangSmith's API has. */
interface EngineBackend extends Backend {
  readonly fetch: Fetch;
}

interface RunningEngine {
  readonly fetch: Fetch;
  stop(): void;
}

/** The outside of this file, replaceable in tests. */
export interface BackendParts {
  readonly startEngine: () => Promise<RunningEngine>;
  readonly fetchSample: () => Promise<Blob>;
  readonly serverFetch: typeof httpFetch;
  /** Address of the page, beside which the local proxy answers. */
  readonly pageUrl: string;
}

export interface Backends {
  sample(): EngineBackend;
  /** Undefined until files were opened in this visit. */
  files(): Backend | undefined;
  openFile(file: Blob, name: string): Promise<ImportReport>;
  closeFiles(): void;
  server(connection: ServerConnection, apiKey: string | undefined): Backend;
}

/** A host that exists nowhere, should a request of the engine ever reach the network. */
const ENGINE_URL = 'https://engine.invalid';

export function createBackends(parts: BackendParts): Backends {
  let sample: EngineBackend | undefined;
  let files: { readonly engine: Promise<RunningEngine>; backend?: Backend } | undefined;
  const servers = new Map<string, ServerBackend>();
  let lastNumber = 0;
  // A new number with every change of what answers, so that no cache ever mixes two worlds.
  const numbered = (name: string) => `${name}#${++lastNumber}`;
  const engineBackend = (name: string, fetch: Fetch): EngineBackend => {
    return { fetch, api: createApi({ connectionId: numbered(name), baseUrl: ENGINE_URL, fetch }) };
  };

  return {
    sample() {
      sample ??= engineBackend(
        'sample',
        loadedFetch(() => loadSample(parts)),
      );
      return sample;
    },
    files: () => files?.backend,
    async openFile(file, name) {
      files ??= { engine: parts.startEngine() };
      const current = files;
      const engine = await current.engine;
      const report = await importInto(engine.fetch, file, name);
      current.backend = engineBackend('files', engine.fetch);
      return report;
    },
    closeFiles() {
      void files?.engine.then((engine) => engine.stop());
      files = undefined;
    },
    server(connection, apiKey) {
      const known = servers.get(connection.id);
      if (known && known.connection === connection && known.apiKey === apiKey) return known.backend;
      const backend = serverBackend(connection, apiKey, numbered(connection.id), parts);
      servers.set(connection.id, { connection, apiKey, backend });
      return backend;
    },
  };
}

interface ServerBackend {
  readonly connection: ServerConnection;
  readonly apiKey: string | undefined;
  readonly backend: Backend;
}

function serverBackend(
  { url, workspaceId, viaProxy }: ServerConnection,
  apiKey: string | undefined,
  connectionId: string,
  { serverFetch, pageUrl }: BackendParts,
): Backend {
  const budget = createRateBudget({ baseUrl: url });
  const fetch = serverFetch({
    baseUrl: url,
    apiKey,
    workspaceId,
    ...(viaProxy ? { via: { pageUrl } } : {}),
  });
  const api = createApi({ connectionId, baseUrl: url, fetch, outsideFetch: keylessFetch(), budget });
  return { api, budget };
}
