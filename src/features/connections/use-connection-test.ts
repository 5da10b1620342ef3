import { useEffect, useRef, useState } from 'react';
import type { ConnectionReport } from '../../api/connection-report.ts';
import { httpFetch } from '../../api/http-fetch.ts';
import { testConnection } from '../../api/test-connection.ts';
import type { ServerConnection } from './server-connection.ts';

export type ConnectionTest =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly report: ConnectionReport };

interface ConnectionTester {
  readonly test: ConnectionTest;
  /** Undefined when a newer test, or leaving the page, stopped this one. */
  readonly run: (
    connection: ServerConnection,
    apiKey: string | undefined,
  ) => Promise<ConnectionReport | undefined>;
  readonly reset: () => void;
}

export function useConnectionTest(): ConnectionTester {
  const [test, setTest] = useState<ConnectionTest>({ kind: 'none' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  return {
    test,
    reset() {
      running.current?.abort();
      setTest({ kind: 'none' });
    },
    async run(connection, apiKey) {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setTest({ kind: 'running' });
      try {
        const report = await askServer(connection, apiKey, controller.signal);
        if (controller.signal.aborted) return undefined;
        setTest({ kind: 'done', report });
        return report;
      } catch (error) {
        if (controller.signal.aborted) return undefined;
        throw error;
      }
    },
  };
}

function askServer(
  { url, workspaceId, viaProxy }: ServerConnection,
  apiKey: string | undefined,
  signal: AbortSignal,
): Promise<ConnectionReport> {
  const via = viaProxy ? { pageUrl: document.baseURI } : undefined;
  return testConnection({
    baseUrl: url,
    // Nobody waits ninety seconds for a test.
    fetch: httpFetch({ baseUrl: url, apiKey, workspaceId, via, timeoutMs: 20_000 }),
    isViaProxy: viaProxy,
    hasWorkspace: workspaceId !== undefined,
    hasKey: apiKey !== undefined,
    signal,
  });
}
