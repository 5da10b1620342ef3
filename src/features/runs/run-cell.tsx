/** One cell of a row. Plain text wherever possible: forty rows of a dozen cells enter per screen. */
import type { ReactNode } from 'react';
import type { JsonValue, Run } from '../../contract/run.ts';
import { formatCost } from '../../lib/format-cost.ts';
import { formatCount } from '../../lib/format-count.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { Amount, Id, Nothing, Preview } from '../../parts/table/cell-parts.tsx';
import { FeedbackCell } from '../../parts/table/feedback-cell.tsx';
import { feedbackTitle, feedbackValue } from '../../parts/feedback-badges.tsx';
import styles from './run-cell.module.css';
import { FEEDBACK_WIDTH, openKeyOf, type OpenKey } from './run-columns.ts';
import type { RunRow } from './run-row.ts';
import { RunStatusText } from './run-status.tsx';
import { RunTypeIcon } from './run-type-icon.tsx';
import type { TimeDisplay } from '../../parts/table/table-preferences.ts';

export interface CellContext {
  readonly timeDisplay: TimeDisplay;
  readonly projectName: (id: string) => string;
  /** The conversation that a run is part of. */
  readonly threadHref: (run: Run) => string;
}

type Cell = (row: RunRow, context: CellContext) => ReactNode;

const CELLS: Readonly<Record<string, Cell>> = {
  name: ({ run }) => (
    <>
      <RunTypeIcon type={run.runType} />
      <span className={styles.name} title={run.name}>
        {run.name}
      </span>
    </>
  ),
  status: ({ run }) => <RunStatusText status={run.status} />,
  run_type: ({ run }) => run.runType,
  start_time: ({ run }, { timeDisplay }) => <TimeText time={run.startTime} mode={timeDisplay} />,
  end_time: ({ run }, { timeDisplay }) =>
    run.endTime === undefined ? <Nothing /> : <TimeText time={run.endTime} mode={timeDisplay} />,
  latency: ({ run }) => <Amount value={run.latencySeconds} format={formatDuration} />,
  first_token_time: (row) => <Amount value={row.firstTokenSeconds} format={formatDuration} />,
  inputs_preview: ({ run }) => <Preview text={run.inputsPreview} />,
  outputs_preview: ({ run }) =>
    run.outputsPreview === undefined && run.errorPreview !== undefined ? (
      <Preview text={run.errorPreview} isError />
    ) : (
      <Preview text={run.outputsPreview} />
    ),
  error: ({ run }) => <Preview text={run.errorPreview} isError />,
  total_tokens: (row) => <Amount value={row.totalTokens} format={formatCount} />,
  prompt_tokens: ({ run }) => <Amount value={run.promptTokens} format={formatCount} />,
  completion_tokens: ({ run }) => <Amount value={run.completionTokens} format={formatCount} />,
  total_cost: (row) => <Amount value={row.totalCost} format={formatCost} />,
  prompt_cost: ({ run }) => <Amount value={run.promptCost} format={formatCost} />,
  completion_cost: ({ run }) => <Amount value={run.completionCost} format={formatCost} />,
  tags: ({ run }) => <Tags tags={run.tags} />,
  feedback_stats: ({ run }) => <FeedbackCell feedback={run.feedback} width={FEEDBACK_WIDTH} />,
  thread_id: ({ run }, { threadHref }) =>
    run.threadId === undefined ? <Nothing /> : <a href={threadHref(run)}>{run.threadId}</a>,
  id: ({ run }) => <Id text={run.id} />,
  trace_id: ({ run }) => <Id text={run.traceId} />,
  parent_run_id: ({ run }) => <Id text={run.parentId} />,
  session_id: ({ run }, { projectName }) => projectName(run.projectId),
  reference_example_id: ({ run }) => <Id text={run.referenceExampleId} />,
};

export function renderRunCell(row: RunRow, columnId: string, context: CellContext): ReactNode {
  const open = openKeyOf(columnId);
  return open ? <OpenCell row={row} open={open} /> : CELLS[columnId]?.(row, context);
}

function OpenCell({ row: { run }, open: { family, key } }: { readonly row: RunRow; readonly open: OpenKey }) {
  if (family === 'feedback') {
    const stat = run.feedback[key];
    return stat ? <span title={feedbackTitle(key, stat)}>{feedbackValue(stat)}</span> : <Nothing />;
  }
  const value = valueAt(run.metadata, key);
  return value === undefined ? <Nothing /> : <Preview text={jsonText(value)} />;
}

/** A key with dots is looked for as it is written first, then as a path. */
export function valueAt(metadata: JsonValue | undefined, key: string): JsonValue | undefined {
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) return undefined;
  if (Object.hasOwn(metadata, key)) return metadata[key];
  const cut = key.indexOf('.');
  return cut < 0 ? undefined : valueAt(metadata[key.slice(0, cut)], key.slice(cut + 1));
}

const jsonText = (value: JsonValue) => (typeof value === 'string' ? value : JSON.stringify(value));

/** What does not fit is in the tooltip of the whole. */
const Tags = ({ tags }: { readonly tags: readonly string[] }) =>
  tags.length === 0 ? (
    <Nothing />
  ) : (
    <span className={styles.badges} title={tags.join(', ')}>
      {tags.map((tag) => (
        <span key={tag} className={styles.badge}>
          {tag}
        </span>
      ))}
    </span>
  );
