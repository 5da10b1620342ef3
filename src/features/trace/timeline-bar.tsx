import { barOf } from '../../model/timeline.ts';
import { typeColor } from './run-type-icon.tsx';
import { useTrace } from './trace-context.ts';
import styles from './timeline-bar.module.css';

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

/** When the run ran; the part before the first token is paler. Off-screen parts are cut by the track. */
export function TimelineBar({ node }: { readonly node: number }) {
  const model = useTrace((state) => state.model);
  const span = useTrace((state) => state.span);
  const isCritical = useTrace((state) => state.criticalPath?.[node] === 1);
  const run = model.tree.runs[node]!;
  const bar = barOf(model.timeline, node, span);
  const from = Math.max(bar.from, -0.01);
  const to = Math.min(bar.to, 1.01);
  const isOutside = to < 0 || from > 1;
  // Roots carry the first token of a run below them; only a model's own wait is worth drawing.
  const waited =
    run.runType === 'llm'
      ? firstTokenShare(model.timeline.ends[node]! - model.timeline.starts[node]!, run.firstTokenSeconds)
      : undefined;
  return (
    <span className={styles.track} aria-hidden="true">
      {isOutside ? (
        <span className={styles.outside}>{to < 0 ? '◂' : '▸'}</span>
      ) : (
        <span
          className={styles.bar}
          data-failed={run.status === 'error' || undefined}
          data-container={model.tree.childCount[node]! > 0 || undefined}
          data-open={run.endTime === undefined || undefined}
          data-critical={isCritical || undefined}
          style={{ left: percent(from), width: percent(to - from), color: typeColor(run.runType) }}
        >
          {waited !== undefined && bar.from === from && bar.to === to && (
            <span className={styles.waiting} style={{ width: percent(waited) }} />
          )}
        </span>
      )}
    </span>
  );
}

function firstTokenShare(durationMs: number, firstTokenSeconds: number | undefined): number | undefined {
  if (firstTokenSeconds === undefined || !(durationMs > 0)) return undefined;
  const share = (firstTokenSeconds * 1000) / durationMs;
  return share > 0 && share < 1 ? share : undefined;
}
