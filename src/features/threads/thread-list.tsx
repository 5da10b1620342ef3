import { MessagesSquare } from 'lucide-react';
import { useMemo, useState } from 'react';
import { FilterEditor } from '../../editor/filter-editor.tsx';
import { diagnose, hasErrors } from '../../filter/diagnose.ts';
import { LoadError } from '../../parts/load-error.tsx';
import { NoticeList } from '../../parts/notice-list.tsx';
import { ProjectPicker } from '../../parts/pick/project-picker.tsx';
import { useDefaultProject } from '../../parts/pick/use-default-project.ts';
import { WindowPicker } from '../../parts/pick/window-picker.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { ThreadsScreen } from '../../url/screens.ts';
import { ThreadColumnsButton } from './thread-columns-button.tsx';
import { ThreadTable } from './thread-table.tsx';
import type { ThreadsPageProps } from './threads-page-props.ts';
import { useThreadPages } from './use-thread-pages.ts';
import styles from './threads.module.css';

export function ThreadList(props: ThreadsPageProps) {
  const { api, screen, onScreenChange, hrefOf, renderListDownload } = props;
  const go = (next: ThreadsScreen) => onScreenChange(next, 'push');
  const { project } = screen;
  const chosen = useMemo(() => (project ? [project] : []), [project]);
  useDefaultProject(api, { projects: chosen, window: screen.window }, (first) =>
    onScreenChange({ ...screen, project: first }, 'replace'),
  );
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">Threads</h1>
      <div className={styles.controls}>
        <div className={styles.tools} role="group" aria-label="What to list">
          <ProjectPicker
            api={api}
            window={screen.window}
            chosen={chosen}
            onChange={(projects) => {
              const next = projects.find(({ id }) => id !== project?.id) ?? projects[0];
              if (next) go({ ...screen, project: next });
            }}
          />
          <WindowPicker window={screen.window} onChange={(window) => go({ ...screen, window })} />
          <ThreadColumnsButton
            screen={screen}
            onColumns={(columns) => onScreenChange({ ...screen, columns }, 'replace')}
          />
          {project && renderListDownload(project)}
        </div>
        <Filter screen={screen} onFilter={(filter) => go({ ...screen, filter })} />
      </div>
      {project && (
        <Threads
          key={JSON.stringify([project.id, screen.window, screen.filter])}
          {...{ api, screen, hrefOf, onScreenChange }}
          projectId={project.id}
        />
      )}
    </div>
  );
}

function Filter({
  screen,
  onFilter,
}: {
  readonly screen: ThreadsScreen;
  readonly onFilter: (filter: string) => void;
}) {
  const [draft, setDraft] = useState({ base: screen.filter, text: screen.filter });
  const text = draft.base === screen.filter ? draft.text : screen.filter;
  return (
    <div className={styles.filter} role="search" aria-label="Filter">
      <FilterEditor
        label="Turn filter"
        value={text}
        onChange={(next) => setDraft({ base: screen.filter, text: next })}
        onCommit={(next) => !hasErrors(diagnose(next)) && onFilter(next.trim())}
        placeholder='About the turns (root runs), e.g. eq(status, "error")'
      />
    </div>
  );
}

interface ThreadsProps extends Pick<ThreadsPageProps, 'api' | 'screen' | 'hrefOf' | 'onScreenChange'> {
  readonly projectId: string;
}

function Threads(props: ThreadsProps) {
  const { api, screen, projectId } = props;
  const pages = useThreadPages(api, projectId, screen);
  if (pages.error && pages.threads.length === 0)
    return <LoadError what="the threads" error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <Spinner label="Loading the threads" />;
  if (pages.threads.length === 0) {
    return (
      <EmptyState icon={MessagesSquare} title="No threads">
        <p>
          No root run in this window has <code>session_id</code>, <code>thread_id</code> or{' '}
          <code>conversation_id</code> in its metadata. A wider window may have some.
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <NoticeList notices={pages.notices} />
      <ThreadTable {...props} pages={pages} />
    </>
  );
}
