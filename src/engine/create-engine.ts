import type { Fetch } from '../contract/fetch.ts';
import { sleep } from '../lib/sleep.ts';
import { BulkService } from './internal/bulk/bulk-service.ts';
import { createApp } from './internal/app.ts';
import { importFile, type ImportOptions } from './internal/import/import-file.ts';
import type { ImportReport } from './internal/import/importer.ts';
import { createWorkspace } from './internal/workspace/workspace.ts';

export interface EngineOptions {
  /** Epoch milliseconds; default windows and shifts count from here. */
  readonly now?: () => number;
  /** When set, requests must carry it. */
  readonly apiKey?: string;
  /** What /info says. Clients decide by it what they may ask; 0.17 has thread filters. */
  readonly version?: string;
  /** How waiting is done: between the tries and the windows of exports. */
  readonly sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Reaches the buckets that exports are written to. */
  readonly send?: (url: string, init: RequestInit) => Promise<Response>;
  /** Offers a destination that keeps the files in the engine, under this name. */
  readonly ownDestination?: string;
}

/** A LangSmith server in memory: the same in a worker and in Node. */
export interface Engine {
  readonly fetch: Fetch;
  load(source: Uint8Array | ReadableStream<Uint8Array>, options: ImportOptions): Promise<ImportReport>;
  readonly runCount: number;
  readonly projectCount: number;
}

export function createEngine(options: EngineOptions = {}): Engine {
  const workspace = createWorkspace(options.now ?? Date.now);
  const bulk = new BulkService(workspace, {
    sleep: options.sleep ?? sleep,
    send: options.send ?? ((url, init) => fetch(url, init)),
  });
  if (options.ownDestination !== undefined) bulk.addBrowserDestination(options.ownDestination);
  const app = createApp(workspace, bulk, {
    version: options.version ?? '0.17.0',
    ...(options.apiKey !== undefined && { apiKey: options.apiKey }),
  });
  return {
    fetch: async (request) => app.fetch(request),
    load: (source, importOptions) => importFile(workspace, streamOf(source), importOptions),
    get runCount() {
      return workspace.store.size;
    },
    get projectCount() {
      return workspace.projects.size;
    },
  };
}

function streamOf(source: Uint8Array | ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return source instanceof ReadableStream ? source : new Blob([source as BlobPart]).stream();
}
