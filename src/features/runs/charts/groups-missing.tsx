import type { StatsAttribute } from '../../../contract/api.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { Button } from '../../../ui/button.tsx';
import type { RunsScreen } from '../../../url/screens.ts';
import { defaultColumns } from '../run-columns.ts';
import styles from './charts.module.css';
import { insideOf } from './inside-of.ts';
import type { Groups } from './use-groups.ts';

interface GroupsMissingProps {
  readonly screen: RunsScreen;
  readonly by: StatsAttribute;
  readonly found: Groups;
  readonly onChange: (next: RunsScreen) => void;
}

/** Why there are no groups, or not all, and the step that brings them. */
export function GroupsMissing({ screen, by, found, onChange }: GroupsMissingProps) {
  const { groups, unasked, isAsking } = found;
  if (isAsking) return null;
  if (unasked > 0 && by.kind === 'metadata') {
    const columns = [...(screen.columns ?? defaultColumns(screen.view)), `metadata.${by.key}`];
    return (
      <p className={styles.missing} role="status">
        {formatCount(unasked)} of them came without metadata.
        <Button size="sm" onPress={() => onChange({ ...screen, columns })}>
          Show {by.key} as a column
        </Button>
      </p>
    );
  }
  if (groups.length > 0) return null;
  const isModel = by.kind === 'metadata' && by.key === 'ls_model_name';
  if (screen.view === 'runs') {
    return <p className={styles.missing}>No run that matches has such a value.</p>;
  }
  const runs = insideOf(screen, isModel ? 'llm' : undefined);
  return (
    <p className={styles.missing} role="status">
      {isModel
        ? 'Traces name no model: the LLM runs in them do.'
        : 'No trace that matches has such a value at its root.'}
      <Button size="sm" onPress={() => onChange(runs)}>
        {isModel ? 'Compare the LLM runs' : 'Look at all runs'}
      </Button>
    </p>
  );
}
