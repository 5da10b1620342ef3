/**
 * The columns of the tables of runs and traces. Ids are LangSmith's own field names, so that the
 * `select` argument of list_runs and the columns of a link speak one language. Two families are open:
 * `metadata.<key>` and `feedback.<key>`.
 */
import type { ListSelection } from '../../contract/api.ts';
import type { DataColumn } from '../../ui/data-table/column-state.ts';
import type { RunsScreen } from '../../url/screens.ts';

type View = RunsScreen['view'];

const RUN = 'Run';
const TEXT = 'Content';
const USAGE = 'Tokens and cost';
const LABELS = 'Labels';
const IDS = 'Ids';

export const FEEDBACK_WIDTH = 220;

const number = { align: 'end', width: 104 } as const;

const COLUMNS: readonly DataColumn[] = [
  // Behind the sign of the type: 14 px and a gap of 4.
  { id: 'name', title: 'Name', group: RUN, width: 250, minWidth: 120, titleInset: 18 },
  { id: 'status', title: 'Status', group: RUN, width: 92 },
  { id: 'run_type', title: 'Type', group: RUN, width: 104 },
  {
    id: 'metadata.ls_model_name',
    title: 'Model',
    group: RUN,
    width: 170,
    description: 'Of runs that call a model: metadata key ls_model_name',
  },
  { id: 'start_time', title: 'Started', group: RUN, width: 156 },
  { id: 'end_time', title: 'Ended', group: RUN, width: 156 },
  { id: 'latency', title: 'Latency', group: RUN, description: 'From start to end', ...number },
  {
    id: 'first_token_time',
    title: 'First token',
    group: RUN,
    description: 'From the start to the first streamed token',
    ...number,
    width: 112,
  },
  {
    id: 'inputs_preview',
    title: 'Input',
    group: TEXT,
    width: 300,
    description: 'The beginning of the inputs, as the server cuts it',
  },
  {
    id: 'outputs_preview',
    title: 'Output',
    group: TEXT,
    width: 300,
    description: 'The beginning of the outputs; of the error where there is no output',
  },
  { id: 'error', title: 'Error', group: TEXT, width: 260, description: 'The beginning of the error' },
  { id: 'total_tokens', title: 'Tokens', group: USAGE, ...number },
  { id: 'prompt_tokens', title: 'Prompt tokens', group: USAGE, ...number, width: 118 },
  { id: 'completion_tokens', title: 'Completion tokens', group: USAGE, ...number, width: 142 },
  { id: 'total_cost', title: 'Cost', group: USAGE, ...number, description: 'US dollars' },
  { id: 'prompt_cost', title: 'Prompt cost', group: USAGE, ...number, description: 'US dollars', width: 104 },
  {
    id: 'completion_cost',
    title: 'Completion cost',
    group: USAGE,
    ...number,
    description: 'US dollars',
    width: 126,
  },
  { id: 'tags', title: 'Tags', group: LABELS, width: 180 },
  {
    id: 'feedback_stats',
    title: 'Feedback',
    group: LABELS,
    width: FEEDBACK_WIDTH,
    description: 'Every feedback key with its average and count',
  },
  { id: 'thread_id', title: 'Thread', group: LABELS, width: 160 },
  { id: 'id', title: 'Run id', group: IDS, width: 290 },
  { id: 'trace_id', title: 'Trace id', group: IDS, width: 290 },
  { id: 'parent_run_id', title: 'Parent run id', group: IDS, width: 290 },
  { id: 'session_id', title: 'Project', group: IDS, width: 180 },
  { id: 'reference_example_id', title: 'Reference example id', group: IDS, width: 290 },
];

/** Pixels of the name column on a phone. */
const NARROW_NAME = 148;

const BY_ID: ReadonlyMap<string, DataColumn> = new Map(COLUMNS.map((column) => [column.id, column]));

const DEFAULTS: Readonly<Record<View, readonly string[]>> = {
  traces: [
    'name',
    'status',
    'start_time',
    'latency',
    'total_tokens',
    'total_cost',
    'inputs_preview',
    'outputs_preview',
    'feedback_stats',
    'tags',
  ],
  runs: [
    'name',
    'run_type',
    'status',
    'start_time',
    'latency',
    'total_tokens',
    'total_cost',
    'inputs_preview',
    'outputs_preview',
    'tags',
  ],
};

export const defaultColumns = (view: View): readonly string[] => DEFAULTS[view];

/** Fields of list_runs that are shown under another name. */
const ALIASES: Readonly<Record<string, string>> = {
  inputs: 'inputs_preview',
  outputs: 'outputs_preview',
  error_preview: 'error',
  latency_seconds: 'latency',
  project_id: 'session_id',
  feedback: 'feedback_stats',
  type: 'run_type',
};

export interface OpenKey {
  readonly family: 'metadata' | 'feedback';
  readonly key: string;
}

export function openKeyOf(columnId: string): OpenKey | undefined {
  const found = /^(metadata|feedback)\.(.+)$/s.exec(columnId);
  return found ? { family: found[1] === 'metadata' ? 'metadata' : 'feedback', key: found[2]! } : undefined;
}

/** The column of a field name as list_runs knows it; undefined when no column shows it. */
export function columnIdOf(field: string): string | undefined {
  const id = ALIASES[field.toLowerCase()] ?? field;
  if (openKeyOf(id)) return id;
  return BY_ID.has(id.toLowerCase()) ? id.toLowerCase() : undefined;
}

export interface ShownFields {
  readonly order: readonly string[];
  /** Selected fields that no table column can show; the page says so. */
  readonly withoutColumn: readonly string[];
}

/** Columns of the link (or the view's own) and, behind them, the fields of the `select` argument. */
export function shownFields(screen: RunsScreen): ShownFields {
  const wanted = screen.columns ?? defaultColumns(screen.view);
  const order = wanted.filter((id) => columnIdOf(id) !== undefined);
  const withoutColumn = wanted.filter((id) => columnIdOf(id) === undefined);
  // A table without columns shows nothing.
  if (order.length === 0) order.push(...defaultColumns(screen.view));
  const by = screen.sort?.column;
  if (by !== undefined && columnIdOf(by) === undefined) withoutColumn.push(by);
  for (const field of screen.args.select ?? []) {
    const id = columnIdOf(field);
    if (id === undefined) withoutColumn.push(field);
    else if (!order.includes(id)) order.push(id);
  }
  return { order, withoutColumn };
}

/** Links are written by other versions and by people: a sort by what is no column sorts nothing, and is told. */
export function withKnownSort(screen: RunsScreen): RunsScreen {
  if (!screen.sort || columnIdOf(screen.sort.column) !== undefined) return screen;
  const { sort: _unknown, ...rest } = screen;
  return rest;
}

export interface KnownKeys {
  readonly metadata: readonly string[];
  readonly feedback: readonly string[];
}

/** Every column there is: the fixed ones, those of known keys, and those that `order` names. */
export function allColumns(
  order: readonly string[],
  known: KnownKeys,
  look: { readonly sort: 'asc' | 'desc'; readonly isNarrow: boolean },
): readonly DataColumn[] {
  const open = [
    ...known.metadata.map((key) => `metadata.${key}`),
    ...known.feedback.map((key) => `feedback.${key}`),
    ...order.filter(openKeyOf),
  ];
  const fixed = COLUMNS.map((column): DataColumn => {
    if (column.id === 'start_time') {
      return { ...column, sort: look.sort === 'asc' ? 'ascending' : 'descending' };
    }
    // It stays while the rest scrolls sideways, so it must leave room for the rest.
    return column.id === 'name' && look.isNarrow ? { ...column, maxWidth: NARROW_NAME } : column;
  });
  const others = [...new Set(open)].filter((id) => !BY_ID.has(id)).toSorted();
  return [...fixed, ...others.flatMap(openColumn)];
}

function openColumn(id: string): readonly DataColumn[] {
  const open = openKeyOf(id);
  if (!open) return [];
  return open.family === 'metadata'
    ? [{ id, title: open.key, group: 'Metadata', width: 140, description: `Metadata key ${open.key}` }]
    : [{ id, title: open.key, group: 'Feedback', ...number, description: `Average of feedback ${open.key}` }];
}

const PREVIEWS = new Set(['inputs_preview', 'outputs_preview', 'error']);

/** Only what the shown columns need is asked of the server (CONTRACT §15.5). */
export const selectionFor = (order: readonly string[]): ListSelection => ({
  previews: order.some((id) => PREVIEWS.has(id)),
  metadata: order.some((id) => openKeyOf(id)?.family === 'metadata'),
});

/** What the link keeps: nothing when the columns are the view's own. */
export function columnsForLink(view: View, order: readonly string[]): readonly string[] | undefined {
  const own = defaultColumns(view);
  return order.length === own.length && order.every((id, at) => id === own[at]) ? undefined : order;
}
