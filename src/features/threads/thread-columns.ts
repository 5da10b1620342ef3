/** The columns of the list of threads, and what their values are when the loaded rows are sorted. */
import type { ThreadSummary } from '../../contract/api.ts';
import { orderByValue, type SortValue } from '../../lib/order-by-value.ts';
import type { DataColumn } from '../../ui/data-table/column-state.ts';
import type { LocalSort, ThreadsScreen } from '../../url/screens.ts';

interface ThreadColumn extends Omit<DataColumn, 'group' | 'sort'> {
  /** Undefined: rows have no one value here, so they are not ordered by it. */
  readonly value?: (thread: ThreadSummary) => SortValue;
  readonly isHidden?: boolean;
}

export const FEEDBACK_WIDTH = 150;

const number = { align: 'end', width: 84 } as const;

const COLUMNS: readonly ThreadColumn[] = [
  {
    id: 'first_input',
    title: 'First input',
    width: 290,
    description: 'What the conversation began with; its id where nothing was recorded',
    value: ({ firstInput }) => firstInput,
  },
  { id: 'turns', title: 'Turns', ...number, width: 82, value: ({ turns }) => turns },
  { id: 'last_time', title: 'Last turn', width: 118, value: ({ lastTime }) => lastTime },
  {
    id: 'first_time',
    title: 'First turn',
    width: 118,
    isHidden: true,
    value: ({ startTime }) => startTime,
  },
  {
    id: 'users',
    title: 'Users',
    width: 100,
    description: 'From user_id (or userId, user, ls_user_id) in the newest turns of the thread',
  },
  { id: 'errors', title: 'Errors', ...number, width: 82, value: ({ erroredTurns }) => erroredTurns },
  {
    id: 'latency_p50',
    title: 'p50',
    ...number,
    description: 'Median latency of the turns',
    value: ({ latencyP50 }) => latencyP50,
  },
  {
    id: 'latency_p99',
    title: 'p99',
    ...number,
    description: '99 of 100 turns were faster',
    isHidden: true,
    value: ({ latencyP99 }) => latencyP99,
  },
  { id: 'total_tokens', title: 'Tokens', ...number, value: ({ totalTokens }) => totalTokens },
  { id: 'total_cost', title: 'Cost', ...number, value: ({ totalCost }) => totalCost },
  {
    id: 'last_output',
    title: 'Last output',
    width: 230,
    description: 'Of the last turn; the newest error of the thread where it has no output',
    value: ({ lastError, lastOutput }) => lastOutput ?? lastError,
  },
  {
    id: 'feedback_stats',
    title: 'Feedback',
    width: FEEDBACK_WIDTH,
  },
  {
    id: 'thread_id',
    title: 'Thread',
    width: 130,
    description: 'The id: session_id, thread_id or conversation_id in the metadata',
    value: ({ threadId }) => threadId,
  },
];

/** Pixels of the first column on a phone: it stays while the rest scrolls sideways. */
const NARROW_FIRST = 190;

export const DEFAULT_ORDER: readonly string[] = COLUMNS.filter(({ isHidden }) => !isHidden).map(
  ({ id }) => id,
);

/** The arrow stands at the column that the rows are ordered by. */
export function threadColumns(sort: LocalSort | undefined, isNarrow = false): readonly DataColumn[] {
  const by = sort ?? { column: 'last_time', isDescending: true };
  return COLUMNS.map(({ value: _value, isHidden: _isHidden, ...column }) => ({
    ...column,
    group: 'Thread',
    isUnsortable: _value === undefined,
    ...(isNarrow && column.id === 'first_input' && { maxWidth: NARROW_FIRST }),
    ...(column.id === by.column && { sort: by.isDescending ? 'descending' : 'ascending' }),
  }));
}

const isColumn = (id: string) => COLUMNS.some((column) => column.id === id);

/** Links are written by other versions and by people: what names no column, or one that orders nothing, falls and is told. */
export function knownColumns({ columns, sort }: Pick<ThreadsScreen, 'columns' | 'sort'>): KnownColumns {
  const order = columns?.filter(isColumn) ?? [];
  const column = COLUMNS.find(({ id }) => id === sort?.column);
  const unknown = columns?.filter((id) => !isColumn(id)) ?? [];
  const unsorted = sort && !column?.value ? (column?.title ?? sort.column) : undefined;
  return {
    order: order.length > 0 ? order : DEFAULT_ORDER,
    sort: unsorted === undefined ? sort : undefined,
    problems: [
      ...(unknown.length > 0 ? [`No column of threads is called ${unknown.join(', ')}.`] : []),
      ...(unsorted === undefined ? [] : [`Threads are not sorted by ${unsorted}: by the latest activity.`]),
    ],
  };
}

interface KnownColumns {
  readonly order: readonly string[];
  readonly sort: LocalSort | undefined;
  readonly problems: readonly string[];
}

/** For the link: nothing when these are the default ones. */
export function orderForLink(order: readonly string[]): readonly string[] | undefined {
  return order.join() === DEFAULT_ORDER.join() ? undefined : order;
}

export function sortedThreads(
  threads: readonly ThreadSummary[],
  { column, isDescending }: LocalSort,
): readonly ThreadSummary[] {
  const value = COLUMNS.find(({ id }) => id === column)?.value;
  if (!value) return threads;
  return Array.from(orderByValue(threads.map(value), isDescending), (index) => threads[index]!);
}
