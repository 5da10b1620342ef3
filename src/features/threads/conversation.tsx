import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Run } from '../../contract/run.ts';
import { formatCost } from '../../lib/format-cost.ts';
import { formatCount } from '../../lib/format-count.ts';
import { threadMarkdown } from '../../model/thread-markdown.ts';
import { MarkdownSwitch } from '../../parts/content/markdown-switch.tsx';
import { LoadError } from '../../parts/load-error.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { ProjectRef } from '../../url/screens.ts';
import type { ThreadsPageProps } from './threads-page-props.ts';
import { BATCH, payloadsOptions, turnPagesOptions } from './threads-queries.ts';
import styles from './threads.module.css';
import { TurnList } from './turn-list.tsx';

interface ConversationProps extends ThreadsPageProps {
  readonly project: ProjectRef;
  readonly threadId: string;
}

/** Pages that are read without being asked for: a thousand turns. */
const PAGES = 10;

export function Conversation(props: ConversationProps) {
  const { api, screen, hrefOf, onScreenChange, project, threadId } = props;
  const pages = useInfiniteQuery(turnPagesOptions(api, project.id, threadId));
  const { hasNextPage, isFetching, fetchNextPage, error, data } = pages;
  const read = data?.pages.length ?? 0;
  // A conversation is read from its beginning, and the server gives its end first.
  useEffect(() => {
    if (hasNextPage && !isFetching && !error && read < PAGES) void fetchNextPage();
  }, [hasNextPage, isFetching, error, read, fetchNextPage]);
  const turns = useMemo(
    () => (data?.pages.flatMap(({ rows }) => rows) ?? []).toSorted((a, b) => a.startTime - b.startTime),
    [data],
  );
  const { threadId: _id, turn: _turn, ...list } = screen;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <BackLink href={hrefOf(list)}>Threads</BackLink>
        <div className={styles.titles}>
          <h1 className={styles.title} title={threadId}>
            {threadId}
          </h1>
          <p className={styles.remark} role="status">
            {sumWords(turns)}
            {hasNextPage && ` Older turns are ${read < PAGES ? 'on their way' : 'not loaded'}.`}
          </p>
        </div>
        <div className={styles.tools}>
          {hasNextPage && read >= PAGES && (
            <Button size="sm" isPending={isFetching} onPress={() => void fetchNextPage()}>
              Load older turns
            </Button>
          )}
          <MarkdownSwitch />
          <MarkdownDownload {...{ api, threadId, turns }} projectId={project.id} />
          {props.renderDownload(project, threadId)}
        </div>
      </header>
      {error && turns.length === 0 ? (
        <LoadError what="this thread" error={error} onRetry={() => void pages.refetch()} />
      ) : pages.isPending ? (
        <Spinner label="Loading the turns" />
      ) : turns.length === 0 ? (
        <p className={styles.nothing}>No root run of this project names this thread.</p>
      ) : (
        <TurnList
          api={api}
          projectId={project.id}
          turns={turns}
          selected={screen.turn}
          onSelect={(turn) => onScreenChange({ ...screen, turn }, 'replace')}
          traceHref={(traceId) =>
            hrefOf({ kind: 'trace', deployment: screen.deployment, traceId, projectId: project.id })
          }
        />
      )}
    </div>
  );
}

function sumWords(turns: readonly Run[]): string {
  const failed = turns.filter(({ status }) => status === 'error').length;
  const tokens = turns.reduce((sum, { totalTokens = 0 }) => sum + totalTokens, 0);
  const cost = turns.reduce((sum, { totalCost = 0 }) => sum + totalCost, 0);
  return [
    `${formatCount(turns.length)} ${turns.length === 1 ? 'turn' : 'turns'}`,
    ...(failed > 0 ? [`${formatCount(failed)} failed`] : []),
    ...(tokens > 0 ? [`${formatCount(tokens)} tokens`] : []),
    ...(cost > 0 ? [formatCost(cost)] : []),
  ]
    .join(', ')
    .concat('.');
}

interface MarkdownDownloadProps extends Pick<ConversationProps, 'api' | 'threadId'> {
  readonly projectId: string;
  readonly turns: readonly Run[];
}

function MarkdownDownload({ api, projectId, threadId, turns }: MarkdownDownloadProps) {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const whole = [];
      for (let at = 0; at < turns.length; at += BATCH) {
        const batch = turns.slice(at, at + BATCH);
        const payloads = await client.fetchQuery(
          payloadsOptions(
            api,
            projectId,
            batch.map(({ id }) => id),
          ),
        );
        whole.push(...batch.map((run) => ({ run, payload: payloads.get(run.id) })));
      }
      save(`${threadId.replace(/[^\w.-]+/g, '_').slice(0, 80)}.md`, threadMarkdown(threadId, whole));
    } catch (error) {
      toast(`The document could not be made: ${error instanceof Error ? error.message : String(error)}`, {
        tone: 'danger',
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="sm"
      icon={FileText}
      isDisabled={turns.length === 0}
      isPending={isBusy}
      onPress={() => void download()}
    >
      Markdown
    </Button>
  );
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
