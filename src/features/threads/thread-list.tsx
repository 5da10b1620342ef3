import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { diagnose, hasErrors } from '../../filter/diagnose.ts';
import { LoadError } from '../../parts/load-error.tsx';
import { NoticeList } from '../../parts/notice-list.tsx';
import { ProjectPicker } from '../../parts/pick/project-picker.tsx';
import { useDefaultProject } from '../../parts/pick/use-default-project.ts';
import { WindowPicker } from '../../parts/pick/window-picker.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { ThreadsScreen } from '../../url/screens.ts';
import { NoThreads } from './no-threads.tsx';
import { ThreadColumnsButton } from './thread-columns-button.tsx';
import { knownColumns } from './thread-columns.ts';
import { ThreadTable } from './thread-table.tsx';
import type { ThreadsPageProps } from './threads-page-props.ts';
import { TurnFilter } from './turn-filter.tsx';
import { useThreadPages } from './use-thread-pages.ts';
import { useTurnDialect } from './use-turn-dialect.ts';
import styles from './threads.module.css';

export function ThreadList(props: ThreadsPageProps) {
  const { api, screen, onScreenChange, hrefOf, renderListDownload, saved } = props;
  const go = (next: ThreadsScreen) => onScreenChange(next, 'push');
  const { project } = screen;
  const dialect = useTurnDialect(api, screen);
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
          {saved}
          {project && renderListDownload(project)}
        </div>
        <TurnFilter
          filter={screen.filter}
          dialect={dialect}
          onFilter={(filter) => go({ ...screen, filter })}
        />
      </div>
      {project && hasErrors(diagnose(screen.filter)) ? (
        <EmptyState icon={TriangleAlert} title="This filter has errors">
          It was not sent. Correct it above, then press Enter.
        </EmptyState>
      ) : (
        project && (
          <Threads
            key={JSON.stringify([project.id, screen.window, screen.filter])}
            {...{ api, screen, hrefOf, onScreenChange }}
            projectId={project.id}
          />
        )
      )}
    </div>
  );
}

interface ThreadsProps extends Pick<ThreadsPageProps, 'api' | 'screen' | 'hrefOf' | 'onScreenChange'> {
  readonly projectId: string;
}

function Threads(props: ThreadsProps) {
  const { api, screen, projectId } = props;
  const pages = useThreadPages(api, projectId, screen);
  const problems = useMemo(() => knownColumns(screen).problems, [screen]);
  if (pages.error && pages.threads.length === 0)
    return <LoadError what="the threads" error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <Spinner label="Loading the threads" />;
  if (pages.threads.length === 0) {
    return (
      <>
        <NoticeList notices={pages.notices} />
        <NoThreads
          {...{ api, screen, projectId, pages }}
          onChange={(next) => props.onScreenChange(next, 'push')}
        />
      </>
    );
  }
  return (
    <>
      <NoticeList notices={[...problems.map((message) => ({ id: 'columns', message })), ...pages.notices]} />
      <ThreadTable {...props} pages={pages} />
    </>
  );
}
