import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { projectMetadataOptions, runStatsOptions } from '../../../api/queries.ts';
import type { Api, TimeWindow } from '../../../contract/api.ts';
import type { LiveSource } from '../../../filter/live-values.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import type { RunPages } from '../use-run-pages.ts';
import { windowLabel } from '../../../parts/pick/window-choices.ts';
import { liveValues, type MetadataValues } from './live-values.ts';
import { once } from './once.ts';

export interface LiveValues {
  readonly source: LiveSource;
  /** Somebody is about to write: what will be offered is worth fetching now. */
  readonly warm: () => void;
}

/** Values do not change by the minute. */
const FRESH_MS = 300_000;
/** A list of suggestions that comes later than this comes too late. */
const PATIENCE_MS = 600;
/** Metadata is asked for project by project (CONTRACT §8). */
const MOST_PROJECTS = 3;

const ANY_TIME: TimeWindow = {};

/**
 * One request of a kind for a project and window, when somebody writes, whatever they write. Everything
 * that the window holds is counted, not only what the filter lets through.
 */
export function useLiveValues(
  api: Api,
  screen: RunsScreen,
  { rows, window = ANY_TIME }: Pick<RunPages, 'rows' | 'window'>,
): LiveValues {
  const client = useQueryClient();
  const projectIds = screen.projects.map(({ id }) => id).join();
  const place = placeOf(screen);
  const asks = useMemo(() => {
    const ids = projectIds === '' ? [] : projectIds.split(',');
    return {
      metadata: once(async (): Promise<MetadataValues> => {
        const answers = await Promise.all(
          ids
            .slice(0, MOST_PROJECTS)
            .map((id) =>
              client.fetchQuery({ ...projectMetadataOptions(api, id, window), staleTime: FRESH_MS }),
            ),
        );
        return joined(answers);
      }),
      stats: once(() =>
        client.fetchQuery({ ...runStatsOptions(api, { projectIds: ids, window }), staleTime: FRESH_MS }),
      ),
    };
  }, [client, api, projectIds, window]);

  return useMemo(() => {
    const source = liveValues({ ...asks, rows, place, patience });
    const warm = () => {
      // Whether they come is told by the list that needs them.
      void asks.metadata().catch(() => {});
      void asks.stats().catch(() => {});
    };
    return { source, warm };
  }, [asks, rows, place]);
}

const patience = () => new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));

function placeOf({ projects, window }: RunsScreen): string {
  const where =
    projects.length <= 1
      ? 'this project'
      : projects.length <= MOST_PROJECTS
        ? 'these projects'
        : `the first ${MOST_PROJECTS} projects`;
  return `${where}, ${windowLabel(window).replace(/^./, (first) => first.toLowerCase())}`;
}

function joined(answers: readonly MetadataValues[]): MetadataValues {
  const keys = new Set(answers.flatMap((answer) => Object.keys(answer)));
  return Object.fromEntries(
    [...keys].map((key) => [key, [...new Set(answers.flatMap((answer) => answer[key] ?? []))]]),
  );
}
