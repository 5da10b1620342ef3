import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { infoOptions } from '../../api/queries.ts';
import type { Api } from '../../contract/api.ts';
import { LOCAL, type Dialect } from '../../filter/dialect.ts';
import type { RunsScreen } from '../../url/screens.ts';

/** Production refuses filters that the engine accepts, so a server gets warnings and rewrites of its own. */
export function useDialect(api: Api, { deployment }: RunsScreen): Dialect {
  const isServer = deployment.kind === 'server';
  const { data: info } = useQuery({ ...infoOptions(api), enabled: isServer });
  return useMemo(
    () => (isServer ? { kind: 'server', generation: info?.generation, version: info?.version } : LOCAL),
    [isServer, info?.generation, info?.version],
  );
}
