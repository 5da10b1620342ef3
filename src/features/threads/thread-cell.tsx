/** One cell of a row of the list of threads. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Api, ThreadSummary, TimeWindow } from '../../contract/api.ts';
import { formatCost } from '../../lib/format-cost.ts';
import { formatCount } from '../../lib/format-count.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import { FeedbackCell } from '../../parts/table/feedback-cell.tsx';
import { Amount, Id, Nothing, Preview } from '../../parts/table/cell-parts.tsx';
import type { TimeDisplay } from '../../parts/table/table-preferences.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { plainLine } from './plain-line.ts';
import { FEEDBACK_WIDTH } from './thread-columns.ts';
import type { AskedThread } from './thread-users.ts';
import { askedThread, threadUsersOptions } from './threads-queries.ts';
import styles from './threads.module.css';

export interface ThreadCellContext {
  readonly api: Api;
  readonly projectId: string;
  readonly window: TimeWindow;
  readonly timeDisplay: TimeDisplay;
  /** The threads whose users are asked for in one request with those of this one. */
  readonly neighbours: (threadId: string) => readonly AskedThread[];
}

type Cell = (thread: ThreadSummary, context: ThreadCellContext) => ReactNode;

const CELLS: Readonly<Record<string, Cell>> = {
  thread_id: ({ threadId }) => <Id text={threadId} />,
  turns: (thread) => <Turns {...thread} />,
  last_time: ({ lastTime }, context) => <Time time={lastTime} {...context} />,
  first_time: ({ startTime }, context) => <Time time={startTime} {...context} />,
  users: (thread, context) => <Users thread={askedThread(thread)} {...context} />,
  errors: ({ erroredTurns, lastError }) => <Errors count={erroredTurns} newest={lastError} />,
  latency_p50: ({ latencyP50 }) => <Amount value={latencyP50} format={formatDuration} />,
  latency_p99: ({ latencyP99 }) => <Amount value={latencyP99} format={formatDuration} />,
  total_tokens: ({ totalTokens }) => <Amount value={totalTokens} format={formatCount} />,
  total_cost: ({ totalCost }) => <Amount value={totalCost} format={formatCost} />,
  feedback_stats: ({ feedback }) => <FeedbackCell feedback={feedback} width={FEEDBACK_WIDTH} />,
  first_input: (thread) => <Beginning {...thread} />,
  last_output: ({ lastError, lastOutput }) => (
    <Preview
      text={lastOutput === undefined ? lastError : plainLine(lastOutput)}
      isError={lastOutput === undefined}
    />
  ),
};

export const renderThreadCell = (thread: ThreadSummary, columnId: string, context: ThreadCellContext) =>
  CELLS[columnId]?.(thread, context);

/** What a thread is known by. */
const Beginning = ({ firstInput, threadId }: ThreadSummary) => {
  const line = plainLine(firstInput ?? '').slice(0, DRAWN);
  return line === '' ? (
    <Id text={threadId} />
  ) : (
    <span className={styles.beginning} title={firstInput}>
      {line}
    </span>
  );
};

/** Longer than any column is wide. */
const DRAWN = 300;

interface TimeProps {
  readonly time: number | undefined;
  readonly timeDisplay: TimeDisplay;
}

const Time = ({ time, timeDisplay }: TimeProps) =>
  time === undefined ? <Nothing /> : <TimeText time={time} mode={timeDisplay} />;

/** Beside a number of the newest turns alone, it is said what it is a number of. */
const Turns = ({ turns, isPartial }: ThreadSummary) =>
  isPartial ? (
    <Unknown
      text={`${formatCount(turns)}+`}
      why={`Only the newest ${formatCount(turns)} turns of this thread were read: its numbers and its first input are of these.`}
    />
  ) : (
    formatCount(turns)
  );

interface ErrorsProps {
  readonly count: number | undefined;
  readonly newest: string | undefined;
}

const Errors = ({ count, newest }: ErrorsProps) =>
  count !== undefined && count > 0 ? (
    <span className={styles.failed} title={newest && `Newest error: ${newest}`}>
      {formatCount(count)}
    </span>
  ) : (
    <Amount value={count} format={formatCount} />
  );

interface UsersProps extends ThreadCellContext {
  readonly thread: AskedThread;
}

/** Asked for where somebody looks: only rows in view are rendered. Nameless ones of a batch are asked alone. */
function Users({ thread, api, projectId, window, neighbours }: UsersProps) {
  const { threadId } = thread;
  const together = useQuery(threadUsersOptions(api, projectId, window, neighbours(threadId)));
  const isOpen =
    together.data !== undefined &&
    together.data.unsure.includes(threadId) &&
    together.data.users[threadId] === undefined;
  const alone = useQuery(threadUsersOptions(api, projectId, window, isOpen ? [thread] : NO_THREADS));
  const { data, error } = isOpen ? alone : together;
  if (error) return <Unknown text="?" why={`The users could not be loaded: ${error.message}`} />;
  if (!data) return null;
  const users = data.users[threadId];
  const isUnsure = data.unsure.includes(threadId);
  if (!users) return isUnsure ? <Unknown text="?" why={NOBODY_YET} /> : <Nothing />;
  const text = users.join(', ');
  return isUnsure ? <Unknown text={`${text} …`} why={MAY_BE_MORE} /> : <Id text={text} />;
}

const NO_THREADS: readonly AskedThread[] = [];
const NOBODY_YET =
  'No user in the newest turns of this thread; older ones were not looked at. Open it to see them.';
const MAY_BE_MORE =
  'These users wrote the newest turns; older ones were not looked at and may be of others. Open the thread to see them.';

interface UnknownProps {
  readonly text: string;
  readonly why: string;
}

const Unknown = ({ text, why }: UnknownProps) => (
  <span className={styles.unknown} title={why}>
    {text}
    <span className="visually-hidden"> {why}</span>
  </span>
);
