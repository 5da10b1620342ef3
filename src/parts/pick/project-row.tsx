import type { Project } from '../../contract/run.ts';
import { compactCount } from '../../lib/format-count.ts';
import { formatCost } from '../../lib/format-cost.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import { percent } from '../../lib/percent.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import styles from './project-picker.module.css';

interface ProjectRowProps {
  readonly project: Project;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
}

export function ProjectRow({ project, isChosen, onChoose, onToggle }: ProjectRowProps) {
  return (
    <li className={styles.row}>
      <Checkbox isSelected={isChosen} onChange={onToggle}>
        <span className="visually-hidden">Include {project.name}</span>
      </Checkbox>
      <button type="button" className={styles.choose} aria-current={isChosen} onClick={onChoose}>
        <span className={styles.name}>{project.name}</span>
        <span className={styles.numbers}>
          <Numbers project={project} />
        </span>
      </button>
    </li>
  );
}

function Numbers({ project: { stats, lastRunStartTime } }: { readonly project: Project }) {
  const facts = [
    stats?.runCount !== undefined &&
      `${compactCount(stats.runCount)} ${stats.runCount === 1 ? 'trace' : 'traces'}`,
    stats?.latencyP50 !== undefined && `p50 ${formatDuration(stats.latencyP50)}`,
    stats?.errorRate !== undefined && `${percent(stats.errorRate)} errors`,
    stats?.totalCost !== undefined && formatCost(stats.totalCost),
  ].filter((fact) => fact !== false);
  return (
    <>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {lastRunStartTime !== undefined && (
        <span>
          last run <TimeText time={lastRunStartTime} mode="relative" />
        </span>
      )}
      {facts.length === 0 && lastRunStartTime === undefined && <span>no runs in this window</span>}
    </>
  );
}
