import { FolderOpen } from 'lucide-react';
import { PopoverButton } from '../../ui/popover-button.tsx';
import type { ProjectRef } from '../../url/screens.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { loadProjectList } from './pick-parts.ts';
import type { ProjectPickerProps } from './project-list.tsx';

export function ProjectPicker(props: ProjectPickerProps) {
  return (
    <PopoverButton label="Project" icon={FolderOpen} buttonContent={buttonText(props.chosen)}>
      {(close) => <LazyPart name="projects" loader={loadProjectList} props={{ ...props, close }} />}
    </PopoverButton>
  );
}

function buttonText(chosen: readonly ProjectRef[]): string {
  const [first] = chosen;
  if (!first) return 'Choose a project';
  const name = first.name ?? first.id;
  return chosen.length === 1 ? name : `${name} and ${chosen.length - 1} more`;
}
