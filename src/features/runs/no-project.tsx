import { FolderOpen } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { loadFailed } from './popover-parts.ts';
import { TableSkeleton } from './table-skeleton.tsx';
import type { Projects } from '../../parts/pick/use-projects.ts';

/** Before any project is chosen: while they load, when that fails, or when there are none. */
export function NoProject({ projects }: { readonly projects: Projects }) {
  if (projects.phase === 'loading' || projects.projects.length > 0) {
    return <TableSkeleton label="Loading projects" />;
  }
  if (projects.error) {
    const props = { error: projects.error, isBusy: projects.isFetching, onRetry: projects.retry };
    return <LazyPart name="reason" loader={loadFailed} props={props} />;
  }
  return (
    <EmptyState
      icon={FolderOpen}
      title="No projects yet"
      actions={<Button onPress={projects.retry}>Look again</Button>}
    >
      This workspace has no project. One appears with the first trace that is sent to it.
    </EmptyState>
  );
}
