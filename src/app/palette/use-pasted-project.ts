import { useQuery } from '@tanstack/react-query';
import type { ProjectRef, RunsScreen } from '../../url/screens.ts';
import type { PaletteProps } from './palette.tsx';
import { pastedId } from './pasted-entries.ts';

/** The project that has the pasted id: the one on the screen, or what the connected server answers. */
export function usePastedProject({ api }: Pick<PaletteProps, 'api'>, text: string, { projects }: RunsScreen) {
  const id = pastedId(text);
  const here = projects.find((project) => project.id === id);
  const isWanted = api !== undefined && id !== undefined && here === undefined;
  const found = useQuery({
    queryKey: [api?.connectionId ?? 'nobody', 'palette-project', id ?? ''],
    queryFn: async ({ signal }): Promise<ProjectRef> => {
      const project = await api!.getProject(id!, undefined, signal);
      return { id: id!, name: project.name };
    },
    enabled: isWanted,
  });
  // That there is none is an answer too.
  return { project: here ?? (isWanted ? found.data : undefined), isAsking: isWanted && found.isPending };
}
