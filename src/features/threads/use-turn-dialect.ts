import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { infoOptions } from '../../api/queries.ts';
import type { Api } from '../../contract/api.ts';
import { type Dialect, LOCAL } from '../../filter/dialect.ts';
import type { ThreadsScreen } from '../../url/screens.ts';

/** Servers refuse filters that the engine accepts: said beside the text, before the server says it. */
export function useTurnDialect(api: Api, { deployment }: ThreadsScreen): Dialect {
  const isServer = deployment.kind === 'server';
  const { data: info } = useQuery({ ...infoOptions(api), enabled: isServer });
  return useMemo(
    () => (isServer ? { kind: 'server', generation: info?.generation, version: info?.version } : LOCAL),
    [isServer, info?.generation, info?.version],
  );
}
