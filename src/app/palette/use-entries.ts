import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { recentOf, useRecentFilters } from '../../features/runs/start-from/recent-filters.ts';
import { screenOf } from '../../features/saved/saved-steps.ts';
import { scopesOf } from '../../features/saved/saved-query.ts';
import { browserListOptions, teamListOptions } from '../../features/saved/shelves.ts';
import { deploymentOf } from '../../features/connections/find-connection.ts';
import { applyPatch } from '../../snippets/apply-patch.ts';
import { useSettled } from '../../parts/pick/use-settled.ts';
import { setSingleKeys, useSingleKeys } from '../../parts/single-keys.ts';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { printLink } from '../../url/link.ts';
import type { RunsScreen } from '../../url/screens.ts';
import { THEMES, type Theme } from '../preferences.ts';
import { useServers, useServices } from '../services.ts';
import type { Entry } from './entry.ts';
import type { PaletteProps } from './palette.tsx';
import { firstLook } from './first-look.ts';
import { pastedEntries } from './pasted-entries.ts';
import { placeOf } from './place-of.ts';
import { rank } from './rank.ts';
import { useRecentTraces } from './recent-traces.ts';
import { inProject, screenEntries } from './screen-entries.ts';
import { baseOf } from '../base-of.ts';
import { threadOfWord } from './thread-entries.ts';
import { usePastedProject } from './use-pasted-project.ts';

type Where = Omit<PaletteProps, 'onClose' | 'onChoose'>;

export interface Entries {
  readonly entries: readonly Entry[];
  /** Sentences about what was pasted and about what could not be asked. */
  readonly notes: readonly string[];
  readonly isAsking: boolean;
  /** What the pasted id is of is being asked, and may change the first entry. */
  readonly isUndecided: boolean;
}

/** Everything that the palette knows, best first for the text. */
export function useEntries(text: string, where: Where): Entries {
  const base = baseOf(where.screen, where.deployment);
  const [openedAt] = useState(() => Date.now());
  const named = usePastedProject(where, text, base);
  const pasted = useMemo(
    () => pastedEntries(text, base, openedAt, named.project),
    [text, base, openedAt, named.project],
  );
  const traces = useTraceEntries(where);
  const saved = useSavedEntries(where, base);
  const filters = useFilterEntries(base);
  const projects = useProjectEntries(where, text);
  const app = useAppEntries();
  const steps = useMemo(() => screenEntries(where.screen), [where.screen]);
  const known = [
    ...traces,
    ...saved.entries,
    ...where.offered.filter(({ isContent }) => !isContent),
    ...steps,
    ...projects.entries,
    ...filters,
    ...app,
    ...where.offered.filter(({ isContent }) => isContent),
  ];
  const fitting = [...pasted.entries, ...(text.trim() === '' ? firstLook(known) : rank(text, known))];
  const isOnly = fitting.length === 0 && pasted.notes.length === 0 && !projects.isAsking;
  const entries = [...fitting, ...threadOfWord(text, base, isOnly, openedAt)];
  return {
    entries,
    notes: [
      ...pasted.notes,
      ...saved.notes,
      ...projects.notes,
      ...(isOnly ? [entries.length === 0 ? `Nothing fits “${text}”.` : `Nothing else fits “${text}”.`] : []),
    ],
    isAsking: projects.isAsking || saved.isAsking || named.isAsking,
    isUndecided: named.isAsking,
  };
}

function useTraceEntries({ deployment }: Where): readonly Entry[] {
  const recent = useRecentTraces((state) => state.byPlace[placeOf(deployment)]);
  return (recent ?? []).map(({ traceId, projectId, name }) => ({
    id: `trace ${traceId}`,
    group: 'Recent trace',
    label: name,
    detail: traceId,
    more: traceId,
    target: printLink({
      kind: 'trace',
      deployment,
      traceId,
      ...(projectId === undefined ? {} : { projectId }),
    }),
  }));
}

function useSavedEntries({ api }: Where, base: RunsScreen) {
  const { savedHere } = useServices();
  const [project, ...others] = base.projects;
  const owner = base.deployment.kind === 'server' && others.length === 0 && api ? project : undefined;
  const here = useQuery(browserListOptions(savedHere));
  const team = useTeamList(api, owner?.id);
  const filters = [...(team.data?.filters ?? []), ...(here.data?.filters ?? [])];
  return {
    entries: filters.flatMap((saved): readonly Entry[] => {
      const screen = screenOf(saved, base);
      if (!screen) return [];
      const { filter, traceFilter, treeFilter } = scopesOf(screen);
      return [
        {
          id: `saved ${saved.id}`,
          group: 'Saved filter',
          label: saved.name,
          detail: filter,
          more: [saved.description, filter, traceFilter, treeFilter].join(' '),
          target: printLink(screen),
        },
      ];
    }),
    notes: team.isError ? ['The saved filters of the team could not be read.'] : [],
    isAsking: team.isLoading,
  };
}

/** The palette opens often, and saved filters change seldom. */
const FRESH_MS = 60_000;

function useTeamList(api: Where['api'], projectId: string | undefined) {
  const { queryClient, savedHere } = useServices();
  const isWanted = api !== undefined && projectId !== undefined;
  const options = isWanted ? teamListOptions(api, projectId) : browserListOptions(savedHere);
  const result = useQuery({ ...options, enabled: isWanted, staleTime: FRESH_MS }, queryClient);
  return isWanted ? result : { data: undefined, isError: false, isLoading: false };
}

function useFilterEntries(base: RunsScreen): readonly Entry[] {
  const recent = useRecentFilters((state) => state.recent);
  return recentOf(
    recent,
    base.projects.map(({ id }) => id),
  ).map((each) => {
    const parts = [each.filter, each.traceFilter && `root: ${each.traceFilter}`];
    const label = [...parts, each.treeFilter && `any run: ${each.treeFilter}`].filter(Boolean).join(' · ');
    return {
      id: `filter ${each.at} ${label}`,
      group: 'Recent filter',
      label,
      detail: each.view,
      target: printLink(applyPatch(base, each, [])),
    };
  });
}

/** As many as are worth reading; a longer name narrows them at the server. */
const PROJECTS = 30;

function useProjectEntries({ api, screen, deployment }: Where, text: string) {
  const name = useSettled(text.trim(), 250);
  // A pasted link is no name, and does not concern the server.
  const nameContains = name.length > 80 || name.includes('/') ? '' : name;
  const found = useQuery({
    queryKey: [api?.connectionId ?? 'nobody', 'palette-projects', nameContains],
    queryFn: ({ signal }) =>
      api!.listProjects({ nameContains, includeStats: false, offset: 0, limit: PROJECTS }, signal),
    enabled: api !== undefined,
    placeholderData: keepPreviousData,
  });
  return {
    entries: (found.data ?? []).map(({ id, name: label, description }): Entry => ({
      id: `project ${id}`,
      group: 'Project',
      label,
      ...(description === undefined ? {} : { detail: description, more: description }),
      target: printLink(inProject(screen, deployment, { id, name: label })),
    })),
    notes: found.isError ? ['The projects could not be read.'] : [],
    isAsking: found.isFetching || (api !== undefined && name !== text.trim()),
  };
}

const THEME_WORDS: Readonly<Record<Theme, string>> = {
  system: 'like the system',
  light: 'light',
  dark: 'dark',
};

function useAppEntries(): readonly Entry[] {
  const { preferences } = useServices();
  const servers = useServers();
  const theme = useStore(preferences, (state) => state.theme);
  const areKeysOn = useSingleKeys((state) => state.areOn);
  const place = (id: string, label: string, deployment: RunsScreen['deployment']): Entry => ({
    id,
    group: 'Connection',
    label,
    target: printLink(defaultRunsScreen(deployment)),
  });
  return [
    place('sample', 'Sample workspace', { kind: 'sample' }),
    ...servers.map((server) => place(`server ${server.id}`, server.name, deploymentOf(server))),
    {
      id: 'connections',
      group: 'Page',
      label: 'Connections',
      more: 'open files server',
      target: printLink({ kind: 'connections' }),
    },
    ...THEMES.filter((known) => known !== theme).map((known) => ({
      id: `theme ${known}`,
      group: 'Setting',
      label: `Theme: ${THEME_WORDS[known]}`,
      target: () => preferences.setState({ theme: known }),
    })),
    {
      id: 'single keys',
      group: 'Setting',
      label: areKeysOn ? 'Switch single-letter shortcuts off' : 'Switch single-letter shortcuts on',
      target: () => setSingleKeys(!areKeysOn),
    },
  ];
}
