import { useQuery } from '@tanstack/react-query';
import { findLocalProxy, type LocalProxy } from '../../api/local-proxy.ts';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** The proxy serves this machine only, so that a page from elsewhere need not ask for it. */
export function useLocalProxy(): LocalProxy | undefined {
  const isLocal = LOOPBACK.test(location.hostname);
  const { data } = useQuery({
    queryKey: ['local-proxy'],
    // A query may not answer undefined.
    queryFn: async () => (await findLocalProxy(document.baseURI)) ?? false,
    enabled: isLocal,
    staleTime: Infinity,
  });
  return data || undefined;
}
