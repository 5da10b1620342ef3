import { useQuery } from '@tanstack/react-query';
import { findLocalProxy, type LocalProxy } from '../../api/local-proxy.ts';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

export const isLoopback = (url: string) => LOOPBACK.test(new URL(url).hostname);

/** The proxy serves this machine only, so that a page from elsewhere need not ask for it. */
export function useLocalProxy(): LocalProxy | undefined {
  const { data } = useQuery({
    queryKey: ['local-proxy'],
    // A query may not answer undefined.
    queryFn: async () => (await findLocalProxy(document.baseURI)) ?? false,
    enabled: isLoopback(document.baseURI),
    staleTime: Infinity,
  });
  return data || undefined;
}
