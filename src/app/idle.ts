import type { QueryClient } from '@tanstack/react-query';

declare global {
  interface Window {
    /** True while nothing is being asked or loaded: end-to-end tests wait for it instead of for time. */
    readonly __runlensIdle?: boolean;
  }
}

let pending = 0;

/** Work beside queries that a person waits for: a page being loaded, a file being read. */
export async function whileBusy<T>(work: Promise<T>): Promise<T> {
  pending++;
  try {
    return await work;
  } finally {
    pending--;
  }
}

export function exposeIdle(queryClient: QueryClient, target: Window): void {
  Object.defineProperty(target, '__runlensIdle', {
    configurable: true,
    get: () => pending === 0 && queryClient.isFetching() === 0 && queryClient.isMutating() === 0,
  });
}
