import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { projectMetadataOptions } from '../../api/queries.ts';
import type { Api } from '../../contract/api.ts';
import type { KnownValues } from '../../filter/complete-value.ts';
import type { RunsScreen } from '../../url/screens.ts';
import { knownValuesOf } from './known-values.ts';
import type { RunPages } from './use-run-pages.ts';
import { useRunStats } from './use-run-stats.ts';

/**
 * What completion offers from the world: metadata from the server (CONTRACT §8), names and tags from the
 * facets of the statistics, everything else from the rows that are loaded. Metadata is asked for when a
 * person writes, not for people who only look.
 */
export function useKnownValues(
  api: Api,
  screen: RunsScreen,
  pages: Pick<RunPages, 'rows' | 'window'>,
  isWriting: boolean,
): KnownValues {
  const { rows, window } = pages;
  const projectId = screen.projects[0]?.id;
  const { data: metadata } = useQuery({
    ...projectMetadataOptions(api, projectId ?? '', window ?? {}),
    enabled: isWriting && projectId !== undefined && window !== undefined,
  });
  const facets = useRunStats(api, screen, window).data?.facets;
  return useMemo(() => knownValuesOf(metadata ?? {}, facets ?? [], rows), [metadata, facets, rows]);
}
