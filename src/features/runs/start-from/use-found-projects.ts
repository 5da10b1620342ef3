import { useQuery } from '@tanstack/react-query';
import type { Api } from '../../../contract/api.ts';
import type { Recognised } from '../../../snippets/paste/patch.ts';
import type { ProjectRef } from '../../../url/screens.ts';
import { namedProjects, projectNotes, type FoundProject } from './paste-projects.ts';

export interface FoundProjects {
  readonly known: readonly ProjectRef[];
  readonly isLooking: boolean;
  /** All there is to say about the paste. */
  readonly notes: readonly string[];
}

/** Names become ids where this connection has them; where it has not, that is a note. */
export function useFoundProjects(api: Api, { patch, notes }: Recognised): FoundProjects {
  const names = namedProjects(patch);
  const projects = useQuery({
    queryKey: [api.connectionId, 'projects-by-name', names],
    queryFn: async ({ signal }): Promise<readonly FoundProject[]> =>
      Promise.all(
        names.map(async (name) => {
          const [project] = await api.listProjects(
            { name, includeStats: false, offset: 0, limit: 1 },
            signal,
          );
          return { name, id: project?.id };
        }),
      ),
    enabled: names.length > 0,
  });
  const looked = projects.data ?? [];
  const isLooking = names.length > 0 && projects.isPending;
  const known = (patch.projects ?? []).flatMap((hint) => {
    if ('id' in hint) return [hint];
    const id = looked.find(({ name }) => name === hint.name)?.id;
    return id === undefined ? [] : [{ id, name: hint.name }];
  });
  return { known, isLooking, notes: [...notes, ...projectNotes(patch, looked, isLooking)] };
}
