import { useQueryClient } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Run, RunPayload } from '../../contract/run.ts';
import { formatCost } from '../../lib/format-cost.ts';
import { formatCount } from '../../lib/format-count.ts';
import { threadMarkdown } from '../../model/thread-markdown.ts';
import { MarkdownSwitch } from '../../parts/content/markdown-switch.tsx';
import { LoadError } from '../../parts/load-error.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { saveText } from '../../ui/save-file.ts';
import { Spinner } from '../../ui/spinner.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { ProjectRef } from '../../url/screens.ts';
import { ConversationTitle } from './conversation-title.tsx';
import type { ThreadsPageProps } from './threads-page-props.ts';
import { payloadsOptions } from './threads-queries.ts';
import styles from './threads.module.css';
import { turnBatches } from './turn-batches.ts';
import { TurnList } from './turn-list.tsx';
import { turnNumbers } from './turn-numbers.ts';
import { TurnsNotice, TurnsOnTheWay } from './turns-notice.tsx';
import { type TurnPages, useTurnPages } from './use-turn-pages.ts';

interface ConversationProps extends ThreadsPageProps {
  readonly project: ProjectRef;
  readonly threadId: string;
}

export function Conversation(props: ConversationProps) {
  const { api, screen, hrefOf, onScreenChange, project, threadId } = props;
  const pages = useTurnPages(api, project.id, threadId, screen.turn);
  const { turns, total, hasOlder, isReading, isFetching, error } = pages;
  const numberOf = useMemo(() => turnNumbers(turns.length, total), [turns, total]);
  const { threadId: _id, turn: _turn, ...list } = screen;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <BackLink href={hrefOf(list)}>Threads</BackLink>
        <ConversationTitle
          {...{ api, project, threadId, hrefOf }}
          deployment={screen.deployment}
          first={isReading ? undefined : turns[0]}
        >
          <span role="status">
            {turns.length > 0 && sumWords(turns, total)}
            {hasOlder && ` Older turns are ${isReading ? 'on their way' : 'not loaded'}.`}
            {total === undefined && ' Turns are counted from the last.'}
          </span>
        </ConversationTitle>
        <div className={styles.tools}>
          {hasOlder && !isReading && (
            <Button size="sm" isPending={isFetching} onPress={pages.loadOlder}>
              Load older turns
            </Button>
          )}
          <MarkdownSwitch />
          <MarkdownDownload {...{ api, threadId, pages }} projectId={project.id} />
          {props.renderDownload(project, threadId)}
        </div>
      </header>
      <TurnsNotice pages={pages} wanted={screen.turn} />
      {error && turns.length === 0 ? (
        <LoadError what="this thread" error={error} onRetry={() => void pages.refetch()} />
      ) : pages.isPending ? (
        <Spinner label="Loading the turns" />
      ) : isReading ? (
        <TurnsOnTheWay pages={pages} />
      ) : turns.length === 0 ? (
        <p className={styles.nothing}>No root run of this project names this thread.</p>
      ) : (
        <TurnList
          api={api}
          projectId={project.id}
          {...{ turns, numberOf, total }}
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

function sumWords(turns: readonly Run[], total = turns.length): string {
  const failed = turns.filter(({ status }) => status === 'error').length;
  const tokens = turns.reduce((sum, { totalTokens = 0 }) => sum + totalTokens, 0);
  const cost = turns.reduce((sum, { totalCost = 0 }) => sum + totalCost, 0);
  return [
    `${formatCount(turns.length)} ${total > turns.length ? `of ${formatCount(total)} ` : ''}${total === 1 ? 'turn' : 'turns'}`,
    ...(failed > 0 ? [`${formatCount(failed)} failed`] : []),
    ...(tokens > 0 ? [`${formatCount(tokens)} tokens`] : []),
    ...(cost > 0 ? [formatCost(cost)] : []),
  ]
    .join(', ')
    .concat('.');
}

interface MarkdownDownloadProps extends Pick<ConversationProps, 'api' | 'threadId'> {
  readonly projectId: string;
  readonly pages: TurnPages;
}

function MarkdownDownload({ api, projectId, threadId, pages }: MarkdownDownloadProps) {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const { turns, hasOlder } = await pages.readAll();
      const payloads = new Map<string, RunPayload>();
      for (const batch of turnBatches(turns)) {
        const ids = batch.map(({ id }) => id);
        for (const payload of (await client.fetchQuery(payloadsOptions(api, projectId, ids))).values())
          payloads.set(payload.id, payload);
      }
      const whole = turns.map((run) => ({ run, payload: payloads.get(run.id) }));
      const text = threadMarkdown(threadId, whole, hasOlder ? { total: pages.total } : undefined);
      saveText(`${threadId.replace(/[^\w.-]+/g, '_').slice(0, 80)}.md`, text, 'text/markdown');
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
      isDisabled={pages.turns.length === 0}
      isPending={isBusy}
      onPress={() => void download()}
    >
      Save as Markdown
    </Button>
  );
}
