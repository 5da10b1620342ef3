/** One cell of a row of the list of threads. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Api, ThreadSummary, TimeWindow } from '../../contract/api.ts';
import { formatCost } from '../../lib/format-cost.ts';
import { formatCount } from '../../lib/format-count.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import { FeedbackBadges } from '../../parts/feedback-badges.tsx';
import { Amount, Id, Nothing, Preview } from '../../parts/table/cell-parts.tsx';
import type { TimeDisplay } from '../../parts/table/table-preferences.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { plainLine } from './plain-line.ts';
import { threadUsersOptions } from './threads-queries.ts';
import styles from './threads.module.css';

export interface ThreadCellContext {
  readonly api: Api;
  readonly projectId: string;
  readonly window: TimeWindow;
  readonly timeDisplay: TimeDisplay;
  /** The threads whose users are asked for in one request with those of this one. */
  readonly neighbours: (threadId: string) => readonly string[];
}

type Cell = (thread: ThreadSummary, context: ThreadCellContext) => ReactNode;

const CELLS: Readonly<Record<string, Cell>> = {
  thread_id: ({ threadId }) => (
    <span className={styles.id} title={threadId}>
      {threadId}
    </span>
  ),
  turns: ({ turns }) => formatCount(turns),
  last_time: ({ lastTime }, context) => <Time time={lastTime} {...context} />,
  first_time: ({ startTime }, context) => <Time time={startTime} {...context} />,
  users: ({ threadId }, context) => <Users threadId={threadId} {...context} />,
  errors: ({ erroredTurns }) => <Errors count={erroredTurns} />,
  latency_p50: ({ latencyP50 }) => <Amount value={latencyP50} format={formatDuration} />,
  latency_p99: ({ latencyP99 }) => <Amount value={latencyP99} format={formatDuration} />,
  total_tokens: ({ totalTokens }) => <Amount value={totalTokens} format={formatCount} />,
  total_cost: ({ totalCost }) => <Amount value={totalCost} format={formatCost} />,
  feedback_stats: ({ feedback }) =>
    Object.keys(feedback).length === 0 ? <Nothing /> : <FeedbackBadges feedback={feedback} />,
  first_input: ({ firstInput }) => <Preview text={firstInput && plainLine(firstInput)} />,
  last_output: ({ lastError, lastOutput }) => (
    <Preview text={lastError ?? (lastOutput && plainLine(lastOutput))} isError={lastError !== undefined} />
  ),
};

export const renderThreadCell = (thread: ThreadSummary, columnId: string, context: ThreadCellContext) =>
  CELLS[columnId]?.(thread, context);

interface TimeProps {
  readonly time: number | undefined;
  readonly timeDisplay: TimeDisplay;
}

const Time = ({ time, timeDisplay }: TimeProps) =>
  time === undefined ? <Nothing /> : <TimeText time={time} mode={timeDisplay} />;

const Errors = ({ count }: { readonly count: number | undefined }) =>
  count !== undefined && count > 0 ? (
    <span className={styles.failed}>{formatCount(count)}</span>
  ) : (
    <Amount value={count} format={formatCount} />
  );

interface UsersProps extends ThreadCellContext {
  readonly threadId: string;
}

/** Asked for where somebody looks: only rows in view are rendered. What the neighbours leave open is asked alone. */
function Users({ threadId, api, projectId, window, neighbours }: UsersProps) {
  const together = useQuery(threadUsersOptions(api, projectId, window, neighbours(threadId)));
  const isOpen = together.data?.unsure.includes(threadId) ?? false;
  const alone = useQuery(threadUsersOptions(api, projectId, window, isOpen ? [threadId] : NO_THREADS));
  const { data, error } = isOpen ? alone : together;
  if (error) return <Unknown why={`The users could not be loaded: ${error.message}`} />;
  if (!data) return null;
  const users = data.users[threadId];
  if (users) return <Id text={users.join(', ')} />;
  return data.unsure.includes(threadId) ? (
    <Unknown why="No user in the newest turns of this thread; older ones were not looked at. Open it to see them." />
  ) : (
    <Nothing />
  );
}

const NO_THREADS: readonly string[] = [];

const Unknown = ({ why }: { readonly why: string }) => (
  <span className={styles.unknown} title={why}>
    ?<span className="visually-hidden"> {why}</span>
  </span>
);
