/** The fields of the search bar by scope (FILTER-LANGUAGE §13), and what the API language calls them. */
import type { PairGroup, Scope } from '../field.ts';

export type BarFieldKind =
  /** Exact value or wildcard. */
  | 'text'
  | 'tags'
  /** Exact value only. */
  | 'word'
  | 'number'
  /** A moment in the bar, seconds in the API language. */
  | 'moment'
  /** `~` at the top, JSON paths below. */
  | 'content'
  /** `~` only. */
  | 'fulltext'
  | 'feedback'
  /** Nothing in the API language answers it. */
  | 'bar-only';

export interface BarField {
  readonly name: string;
  readonly kind: BarFieldKind;
  readonly scopes: readonly Scope[];
  /** Of `content`: the group of items that a path looks into. */
  readonly group?: Exclude<PairGroup, 'feedback'>;
  /** Lower-case words that the field may have; others are asked for, with a warning. */
  readonly values?: readonly string[];
  readonly hasPath: 'never' | 'may' | 'must';
}

const RUN_TYPES = ['chain', 'llm', 'tool', 'retriever', 'embedding', 'prompt', 'parser'];
const STATUSES = ['pending', 'success', 'error', 'interrupted'];
const bothScopes = ['run', 'thread'] as const;

function fields(
  names: string,
  kind: BarFieldKind,
  scopes: readonly Scope[] = ['run'],
  hasPath: BarField['hasPath'] = 'never',
): readonly BarField[] {
  return names.split(' ').map((name) => ({ name, kind, scopes, hasPath }));
}

function content(name: string, group: BarField['group']): BarField {
  return { name, kind: 'content', scopes: ['run'], hasPath: 'may', group };
}

export const BAR_FIELDS: readonly BarField[] = [
  ...fields('name', 'text'),
  { name: 'status', kind: 'word', scopes: ['run'], hasPath: 'never', values: STATUSES },
  { name: 'run_type', kind: 'word', scopes: ['run'], hasPath: 'never', values: RUN_TYPES },
  ...fields('tags', 'tags'),
  content('input', 'input'),
  content('output', 'output'),
  content('metadata', 'metadata'),
  ...fields('error', 'fulltext'),
  ...fields('attachments ls_user_id', 'bar-only'),
  ...fields('id trace_id parent_run_id', 'word'),
  ...fields('thread_id', 'word', bothScopes),
  ...fields('latency prompt_tokens completion_tokens prompt_cost completion_cost', 'number'),
  ...fields('total_tokens total_cost', 'number', bothScopes),
  ...fields('first_token_time', 'moment'),
  ...fields('turn_count num_errored_turns thread_duration trace_latency_p50 trace_latency_p99', 'number', [
    'thread',
  ]),
  ...fields(
    'prompt_token_details completion_token_details prompt_cost_details completion_cost_details',
    'bar-only',
    bothScopes,
    'must',
  ),
  ...fields('feedback', 'feedback', bothScopes, 'may'),
];

const BY_NAME: ReadonlyMap<string, BarField> = new Map(BAR_FIELDS.map((field) => [field.name, field]));

export function findBarField(name: string): BarField | undefined {
  return BY_NAME.get(name);
}

export const FEEDBACK_PARTS = ['key', 'score', 'value', 'comment', 'source', 'error'] as const;
export type FeedbackPart = (typeof FEEDBACK_PARTS)[number];

export function isFeedbackPart(text: string | undefined): text is FeedbackPart {
  return FEEDBACK_PARTS.includes(text as FeedbackPart);
}
