import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ThreadSummary } from '../../contract/api.ts';
import { FilterEditor } from '../../editor/filter-editor.tsx';
import { diagnose, hasErrors } from '../../filter/diagnose.ts';
import { formatCost } from '../../lib/format-cost.ts';
import { formatCount } from '../../lib/format-count.ts';
import { formatAbsolute, formatRelative } from '../../lib/format-time.ts';
import { FeedbackBadges } from '../../parts/feedback-badges.tsx';
import { LoadError } from '../../parts/load-error.tsx';
import { NoticeList } from '../../parts/notice-list.tsx';
import { ProjectPicker } from '../../parts/pick/project-picker.tsx';
import { useDefaultProject } from '../../parts/pick/use-default-project.ts';
import { WindowPicker } from '../../parts/pick/window-picker.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useNow } from '../../ui/now.ts';
import { Spinner } from '../../ui/spinner.tsx';
import type { ThreadsScreen } from '../../url/screens.ts';
import { windowAt } from '../../url/window.ts';
import type { ThreadsPageProps } from './threads-page-props.ts';
import { threadPagesOptions, threadUsersOptions } from './threads-queries.ts';
import styles from './threads.module.css';

export function ThreadList({ api, screen, onScreenChange, hrefOf }: ThreadsPageProps) {
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
        </div>
        <Filter screen={screen} onFilter={(filter) => go({ ...screen, filter })} />
      </div>
      {project && (
        <Threads
          key={JSON.stringify([project.id, screen.window, screen.filter])}
          {...{ api, screen, hrefOf }}
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

interface ThreadsProps extends Pick<ThreadsPageProps, 'api' | 'screen' | 'hrefOf'> {
  readonly projectId: string;
}

function Threads({ api, screen, hrefOf, projectId }: ThreadsProps) {
  const [openedAt] = useState(() => Date.now());
  const window = useMemo(() => windowAt(screen.window, openedAt), [screen.window, openedAt]);
  const pages = useInfiniteQuery(threadPagesOptions(api, { projectId, window, filter: screen.filter }));
  const threads = useMemo(() => joined(pages.data?.pages.flatMap(({ rows }) => rows) ?? []), [pages.data]);
  const notices = pages.data?.pages.flatMap((page) => page.notices) ?? [];
  if (pages.error && threads.length === 0)
    return <LoadError what="the threads" error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <Spinner label="Loading the threads" />;
  if (threads.length === 0) {
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
    <div className={styles.list}>
      <NoticeList
        notices={notices.filter(({ id }, index) => notices.findIndex((one) => one.id === id) === index)}
      />
      <Table
        api={api}
        projectId={projectId}
        window={window}
        threads={threads}
        hrefOf={(id) => hrefOf({ ...screen, threadId: id })}
      />
      <p className={styles.remark} role="status">
        {pages.hasNextPage
          ? `The ${formatCount(threads.length)} latest threads are loaded; there are more.`
          : `All ${formatCount(threads.length)} threads of this window.`}{' '}
        {pages.hasNextPage && (
          <Button size="sm" isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            Load more
          </Button>
        )}
        {pages.error && ` The next ones did not come: ${pages.error.message}`}
      </p>
    </div>
  );
}

/** A thread that had a new turn while pages were read must not stand there twice. */
function joined(rows: readonly ThreadSummary[]): readonly ThreadSummary[] {
  return [...new Map(rows.map((row) => [row.threadId, row])).values()];
}

interface TableProps {
  readonly api: ThreadsPageProps['api'];
  readonly projectId: string;
  readonly window: ReturnType<typeof windowAt>;
  readonly threads: readonly ThreadSummary[];
  readonly hrefOf: (threadId: string) => string;
}

const HEADS = [
  'Thread',
  'Turns',
  'Last turn',
  'Users',
  'Errors',
  'p50',
  'Tokens',
  'Cost',
  'Feedback',
  'First input',
  'Last output',
];

function Table({ api, projectId, window, threads, hrefOf }: TableProps) {
  const now = useNow();
  const ids = useMemo(() => threads.map(({ threadId }) => threadId), [threads]);
  const { data: users } = useQuery(threadUsersOptions(api, projectId, window, ids));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll it
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Threads">
      <table className={styles.table}>
        <thead>
          <tr>
            {HEADS.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {threads.map((thread) => (
            <tr key={thread.threadId}>
              <th scope="row">
                <a href={hrefOf(thread.threadId)} className={styles.id} title={thread.threadId}>
                  {thread.threadId}
                </a>
              </th>
              <td className={styles.number}>{formatCount(thread.turns)}</td>
              <td title={formatAbsolute(thread.lastTime)}>{formatRelative(thread.lastTime, now)}</td>
              <td className={styles.text}>{users?.[thread.threadId]?.join(', ') ?? '–'}</td>
              <td className={styles.number} data-failed={(thread.erroredTurns ?? 0) > 0 || undefined}>
                {thread.erroredTurns ?? '–'}
              </td>
              <td className={styles.number}>
                {thread.latencyP50 === undefined ? '–' : `${thread.latencyP50.toFixed(2)} s`}
              </td>
              <td className={styles.number}>
                {thread.totalTokens === undefined ? '–' : formatCount(thread.totalTokens)}
              </td>
              <td className={styles.number}>
                {thread.totalCost === undefined ? '–' : formatCost(thread.totalCost)}
              </td>
              <td>
                <FeedbackBadges feedback={thread.feedback} />
              </td>
              <td className={styles.text} title={thread.firstInput}>
                {thread.firstInput ?? '–'}
              </td>
              <td className={styles.text} title={thread.lastError ?? thread.lastOutput}>
                {thread.lastError ?? thread.lastOutput ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
