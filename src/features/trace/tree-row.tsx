import { ChevronRight, CircleAlert, Clock3, Hourglass, Unlink } from 'lucide-react';
import { memo } from 'react';
import type { Run } from '../../contract/run.ts';
import { compactCount, formatCount } from '../../lib/format-count.ts';
import { formatCost } from '../../lib/format-cost.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import { shortModelName } from '../../model/model-facts.ts';
import { hasMark, mark, type RunTree } from '../../model/run-tree.ts';
import { endsBeforeStart, skewOf } from '../../model/timeline.ts';
import { RunDuration, secondsOf } from './run-duration.tsx';
import { RunTypeIcon } from './run-type-icon.tsx';
import { rowIndent, saysDepth } from './row-indent.ts';
import { TimelineBar } from './timeline-bar.tsx';
import { useTrace } from './trace-context.ts';
import styles from './tree-row.module.css';

export interface TreeRowProps {
  readonly node: number;
  readonly row: number;
  readonly hasBar: boolean;
}

// One element for all rows and renders: React passes over what it has seen before.
const chevron = <ChevronRight size={14} aria-hidden="true" focusable="false" />;

export const rowHeight = 28;
export const rowId = (node: number) => `run-row-${node}`;

/** One run. Renders again only when its own facts change; presses are heard by the list. */
export const TreeRow = memo(function TreeRow({ node, row, hasBar }: TreeRowProps) {
  const model = useTrace((state) => state.model);
  const isSelected = useTrace((state) => state.cursor === node);
  const isExpanded = useTrace((state) => state.rows.expanded[node] === 1);
  const isMatch = useTrace((state) => state.isMatch[node] === 1);
  const isOffPath = useTrace((state) => state.criticalPath !== undefined && state.criticalPath[node] !== 1);
  const modelName = useTrace((state) => state.modelNames.get(state.model.tree.runs[node]!.id));
  const { tree } = model;
  const run = tree.runs[node]!;
  const children = tree.childCount[node]!;
  const parent = tree.parent[node]!;
  return (
    <div
      role="treeitem"
      id={rowId(node)}
      aria-label={spokenName(run, modelName)}
      aria-level={tree.depth[node]! + 1}
      aria-posinset={model.positions[node]}
      aria-setsize={parent < 0 ? 1 : tree.childCount[parent]}
      aria-expanded={children > 0 ? isExpanded : undefined}
      aria-selected={isSelected}
      className={styles.row}
      style={{ transform: `translateY(${row * rowHeight}px)` }}
      data-node={node}
      data-match={isMatch || undefined}
      data-failed={run.status === 'error' || undefined}
      data-off-path={isOffPath || undefined}
    >
      <span className={styles.run}>
        <span className={styles.guides} style={{ width: rowIndent(tree.depth[node]!) }} />
        <span
          className={styles.twist}
          data-twist={children > 0 || undefined}
          data-open={isExpanded || undefined}
        >
          {children > 0 && chevron}
        </span>
        {saysDepth(tree.depth[node]!) && <span className={styles.depth}>{tree.depth[node]}</span>}
        <RunTypeIcon type={hasMark(tree, node, mark.placeholder) ? 'unknown' : run.runType} />
        <span className={styles.label}>
          <span className={styles.name} dir="auto" title={run.name.length > 40 ? run.name : undefined}>
            {run.name === '' ? 'unnamed' : run.name}
          </span>
          {modelName !== undefined && (
            <span className={styles.model} title={modelName}>
              {shortModelName(modelName)}
            </span>
          )}
        </span>
        <RowMarks node={node} isExpanded={isExpanded} />
      </span>
      <span className={styles.latency}>
        <RunDuration run={run} isLive={model.timeline.isLive} />
      </span>
      <Sum
        className={styles.tokens}
        value={model.sums.tokens[node]!}
        format={compactCount}
        exact={formatCount}
      />
      <Sum className={styles.cost} value={model.sums.cost[node]!} format={formatCost} />
      {hasBar && <TimelineBar node={node} />}
    </div>
  );
});

function Sum(props: {
  readonly value: number;
  readonly className: string | undefined;
  readonly format: (value: number) => string;
  readonly exact?: (value: number) => string;
}) {
  const { value, className, format, exact } = props;
  const isShown = value > 0;
  return (
    <span className={className} title={isShown ? exact?.(value) : undefined}>
      {isShown ? format(value) : ''}
    </span>
  );
}

/** Small signs after the name: failures (also hidden ones below), no end, a lost parent, odd clocks. */
function RowMarks({ node, isExpanded }: { readonly node: number; readonly isExpanded: boolean }) {
  const model = useTrace((state) => state.model);
  const { tree, sums } = model;
  const run = tree.runs[node]!;
  const isFailed = run.status === 'error';
  const below = sums.errors[node]! - (isFailed ? 1 : 0);
  const isClosed = !isExpanded && tree.childCount[node]! > 0;
  const bent = bentReason(tree, node);
  return (
    <>
      {isClosed && <span className={styles.hidden}>{formatCount(tree.end[node]! - node - 1)}</span>}
      {isFailed && <CircleAlert size={14} className={styles.error} aria-hidden="true" />}
      {isClosed && below > 0 && <span className={styles.errorsBelow}>{formatCount(below)} failed</span>}
      {run.endTime === undefined && (
        <span className={styles.warning} title="Has not ended, or its end never arrived">
          <Hourglass size={13} aria-hidden="true" />
        </span>
      )}
      {bent !== undefined && (
        <span className={styles.warning} title={bent}>
          <Unlink size={13} aria-hidden="true" />
        </span>
      )}
      {(endsBeforeStart(run) || skewOf(tree, node) !== undefined) && (
        <span className={styles.quiet} title={oddTime(run)}>
          <Clock3 size={13} aria-hidden="true" />
        </span>
      )}
    </>
  );
}

/** Why the run does not stand where its data says; undefined when it does. */
export function bentReason(tree: RunTree, node: number): string | undefined {
  if (hasMark(tree, node, mark.orphan)) {
    return 'Its parent run is not in the data; it is shown under the nearest run that is known.';
  }
  if (hasMark(tree, node, mark.loop)) return 'Its parents lead back to itself; it is shown under the root.';
  if (hasMark(tree, node, mark.secondRoot))
    return 'A second run without a parent; it is shown under the root.';
  return undefined;
}

const oddTime = (run: Run) =>
  endsBeforeStart(run) ? 'Ends before it starts' : 'Reaches outside the time of its parent';

function spokenName(run: Run, modelName: string | undefined): string {
  const status = run.status === 'success' ? [] : [run.status];
  const seconds = secondsOf(run);
  const latency = seconds === undefined ? ['has not ended'] : [formatDuration(seconds)];
  const by = modelName === undefined ? [] : [modelName];
  return [run.name === '' ? 'unnamed' : run.name, run.runType, ...status, ...latency, ...by].join(', ');
}
