import { useQuery } from '@tanstack/react-query';
import { FolderOpen, MessagesSquare } from 'lucide-react';
import type { Api } from '../../contract/api.ts';
import { isNotFoundError } from '../../contract/not-found-error.ts';
import { windowLabel } from '../../parts/pick/window-choices.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { ThreadsScreen } from '../../url/screens.ts';
import type { ThreadPages } from './use-thread-pages.ts';
import { projectOptions } from './threads-queries.ts';

interface NoThreadsProps {
  readonly api: Api;
  readonly projectId: string;
  readonly screen: ThreadsScreen;
  readonly pages: Pick<ThreadPages, 'hasMore' | 'isFetching' | 'loadMore'>;
  readonly onChange: (next: ThreadsScreen) => void;
}

/** Why there may be no threads, and the ways to some. A list of an unknown project is empty too: it is asked for. */
export function NoThreads({ api, projectId, screen, pages, onChange }: NoThreadsProps) {
  const { window, filter } = screen;
  const project = useQuery(projectOptions(api, projectId));
  if (project.isPending) return <Spinner label="Loading the project" />;
  if (isNotFoundError(project.error)) {
    return (
      <EmptyState icon={FolderOpen} title="The server does not know this project">
        {screen.project?.name ?? projectId} may have been deleted, or it belongs to another workspace. Choose
        a project above.
      </EmptyState>
    );
  }
  if (pages.hasMore) {
    return (
      <div role="status">
        <EmptyState
          icon={MessagesSquare}
          title="No threads yet"
          actions={
            <Button variant="primary" isPending={pages.isFetching} onPress={pages.loadMore}>
              Look further
            </Button>
          }
        >
          None of what was read so far is a turn of a thread that is asked for; older root runs may be.
        </EmptyState>
      </div>
    );
  }
  const when = window.kind === 'all' ? 'at any time' : `in the window “${windowLabel(window)}”`;
  return (
    <div role="status">
      <EmptyState
        icon={MessagesSquare}
        title="No threads"
        actions={
          <>
            {filter !== '' && (
              <Button onPress={() => onChange({ ...screen, filter: '' })}>Clear the filter</Button>
            )}
            {window.kind !== 'all' && (
              <Button onPress={() => onChange({ ...screen, window: { kind: 'all' } })}>
                Look at all time
              </Button>
            )}
          </>
        }
      >
        {filter === '' ? (
          <p>
            No root run of this project {when} has <code>session_id</code>, <code>thread_id</code> or{' '}
            <code>conversation_id</code> in its metadata.
          </p>
        ) : (
          <p>
            No thread of this project has a turn {when} that matches the filter <code>{filter}</code>.
          </p>
        )}
      </EmptyState>
    </div>
  );
}
