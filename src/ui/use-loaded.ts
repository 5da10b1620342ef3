import { useEffect, useState } from 'react';

export type Loaded<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: unknown; readonly retry: () => void };

/** Declare the loader outside of components: it is the key under which the result is remembered. */
export type Loader<T> = () => Promise<T>;

const results = new WeakMap<Loader<unknown>, unknown>();

/** Starts a load early, so that a later useLoaded is ready at its first render. Failures are left to useLoaded. */
export async function preload(loader: Loader<unknown>): Promise<void> {
  if (results.has(loader)) return;
  try {
    results.set(loader, await loader());
  } catch {
    // The chunk may come when it is really needed; then useLoaded reports the failure.
  }
}

/** A chunk by `import()` into state. React.lazy would hold its fallback for at least 300 ms. */
export function useLoaded<T>(loader: Loader<T>, isWanted = true): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  const [, rerender] = useState(0);
  useEffect(() => {
    if (!isWanted || results.has(loader)) return undefined;
    let isCurrent = true;
    loader().then(
      (value) => {
        results.set(loader, value);
        if (isCurrent) rerender((count) => count + 1);
      },
      (error: unknown) => isCurrent && setFailure({ error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [loader, isWanted, attempt]);

  if (results.has(loader)) return { status: 'ready', value: results.get(loader) as T };
  if (!failure) return { status: 'loading' };
  return {
    status: 'failed',
    error: failure.error,
    retry: () => {
      setFailure(undefined);
      setAttempt(attempt + 1);
    },
  };
}
