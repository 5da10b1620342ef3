import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Api } from '../../contract/api.ts';
import type { KnownValues } from '../../filter/complete-value.ts';
import type { RunsScreen } from '../../url/screens.ts';
import { windowAt } from '../../url/window.ts';
import { knownValuesOf } from './known-values.ts';
import type { RunRow } from './run-row.ts';

/**
 * What completion offers from the world: metadata from the server (CONTRACT §8), the rest from the rows
 * that are loaded. Asked for once a person writes, never for people who only look.
 */
export function useKnownValues(
  api: Api,
  screen: RunsScreen,
  rows: readonly RunRow[],
  isWanted: boolean,
): KnownValues {
  const projectId = screen.projects[0]?.id;
  const { window } = screen;
  const { data } = useQuery({
    queryKey: [api.connectionId, 'project-metadata', projectId, window],
    enabled: isWanted && projectId !== undefined,
    queryFn: ({ signal }) => api.projectMetadata(projectId ?? '', windowAt(window, Date.now()), signal),
    staleTime: 5 * 60_000,
  });
  return useMemo(() => knownValuesOf(data ?? {}, rows), [data, rows]);
}
