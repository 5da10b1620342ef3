import { useEffect, useEffectEvent } from 'react';
import type { Api } from '../../contract/api.ts';
import type { ProjectRef, WindowChoice } from '../../url/screens.ts';
import { defaultProject } from './default-project.ts';
import { useProjects, type Projects } from './use-projects.ts';

/** A link without a project gets the one a person most likely wants, written into the link. */
export function useDefaultProject(
  api: Api,
  screen: { readonly window: WindowChoice; readonly projects: readonly ProjectRef[] },
  onFound: (project: ProjectRef) => void,
): Projects {
  const projects = useProjects(api, screen.window, '');
  const isMissing = screen.projects.length === 0;
  const found = isMissing ? defaultProject(projects.projects) : undefined;
  const tell = useEffectEvent(onFound);
  const id = found?.id;
  const name = found?.name;
  // The outside system is the address of the page.
  useEffect(() => {
    if (id !== undefined) tell({ id, ...(name === undefined ? {} : { name }) });
  }, [id, name]);
  return projects;
}
