import { httpFetch } from '../api/http-fetch.ts';
import type { BackendParts } from './backend.ts';

/** The real outside of backend.ts. The engine is fetched only when something asks it. */
export const browserParts: BackendParts = {
  startEngine: async () => (await import('../engine/connect.ts')).startEngine(),
  async fetchSample() {
    // Beside the page, wherever it is hosted; the hash router keeps the base address constant.
    const response = await fetch(new URL('sample/workspace.jsonl.gz', document.baseURI));
    if (!response.ok)
      throw new Error(`The sample workspace is missing from this site (status ${response.status}).`);
    return response.blob();
  },
  serverFetch: httpFetch,
  pageUrl: document.baseURI,
};
