/** What v1 and v2 runs have in common, field by field (CONTRACT §18). */
import { feedbackStats } from './feedback-stats.ts';
import type { Details, JsonValue, Run, RunEvent } from './run.ts';
import { parseTimestamp } from './timestamp.ts';
import { asNumber, isRow, numberOf, timeOf, type Misread, type WireRow } from './wire-row.ts';

/** What a converter may need beside the row. */
export interface RunContext {
  /** The project asked for, when the row does not say its own. */
  readonly projectId?: string;
  /** Where the web app of this server lives; makes links of share tokens. */
  readonly appUrl?: string;
  readonly misread: Misread;
}

/** Numbers by category: plain on v1, wrapped in `raw` on v2. Empty maps say nothing and are left out. */
function detailsOf(row: WireRow, field: string, misread: Misread): Details | undefined {
  const value = row[field];
  if (value === undefined || value === null) return undefined;
  const map = isRow(value) && isRow(value['raw']) ? value['raw'] : value;
  if (!isRow(map)) {
    misread(field);
    return undefined;
  }
  const entries = Object.entries(map).flatMap(([category, amount]) => {
    const number = asNumber(amount);
    if (number === undefined && amount !== null) misread(field);
    return number === undefined ? [] : [[category, number] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

type Usage = Pick<
  Run,
  | 'totalTokens'
  | 'promptTokens'
  | 'completionTokens'
  | 'promptTokenDetails'
  | 'completionTokenDetails'
  | 'totalCost'
  | 'promptCost'
  | 'completionCost'
  | 'promptCostDetails'
  | 'completionCostDetails'
>;

export const usageOf = (row: WireRow, misread: Misread): Usage => ({
  totalTokens: numberOf(row, 'total_tokens', misread),
  promptTokens: numberOf(row, 'prompt_tokens', misread),
  completionTokens: numberOf(row, 'completion_tokens', misread),
  promptTokenDetails: detailsOf(row, 'prompt_token_details', misread),
  completionTokenDetails: detailsOf(row, 'completion_token_details', misread),
  totalCost: numberOf(row, 'total_cost', misread),
  promptCost: numberOf(row, 'prompt_cost', misread),
  completionCost: numberOf(row, 'completion_cost', misread),
  promptCostDetails: detailsOf(row, 'prompt_cost_details', misread),
  completionCostDetails: detailsOf(row, 'completion_cost_details', misread),
});

/** Seconds between two moments, to the microsecond: the difference of doubles has noise beyond it. */
export const secondsBetween = (from: number, to: number): number => Math.round((to - from) * 1000) / 1e6;

export function firstTokenSeconds(row: WireRow, startTime: number, misread: Misread): number | undefined {
  const time = timeOf(row, 'first_token_time', misread);
  return time === undefined ? undefined : secondsBetween(startTime, time);
}

export const feedbackOf = (row: WireRow, misread: Misread) => feedbackStats(row['feedback_stats'], misread);

/** The three metadata keys that LangSmith itself takes as a thread's name, in its order. */
export function threadIn(metadata: Readonly<Record<string, unknown>> | undefined): string | undefined {
  for (const key of ['thread_id', 'session_id', 'conversation_id']) {
    const value = metadata?.[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

const eventOf = (row: WireRow): RunEvent => {
  const { name, time, kwargs, ...rest } = row;
  const details = kwargs ?? (Object.keys(rest).length > 0 ? rest : undefined);
  return {
    name: typeof name === 'string' ? name : '',
    time: parseTimestamp(time),
    details: details as JsonValue | undefined,
  };
};

export function eventsOf(row: WireRow, misread: Misread): readonly RunEvent[] {
  const events = row['events'];
  if (events === undefined || events === null) return [];
  if (Array.isArray(events)) return events.filter(isRow).map(eventOf);
  misread('events');
  return [];
}
