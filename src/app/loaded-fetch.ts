import type { Fetch } from '../contract/fetch.ts';

/**
 * A Fetch whose server starts with the first request. Requests wait for it; when starting fails they fail
 * with its reason, and the next request tries again.
 */
export function loadedFetch(start: () => Promise<Fetch>): Fetch {
  let started: Promise<Fetch> | undefined;
  return async (request) => {
    const attempt = (started ??= start());
    let fetch: Fetch;
    try {
      fetch = await attempt;
    } catch (error) {
      if (started === attempt) started = undefined;
      throw error;
    }
    request.signal.throwIfAborted();
    return fetch(request);
  };
}
