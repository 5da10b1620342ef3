import { RUN_COLUMNS } from '../../../extract/run-columns.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { type Draft, withColumn } from './draft.ts';
import styles from './download-form.module.css';

interface ColumnChoiceProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

export function ColumnChoice({ draft, onChange }: ColumnChoiceProps) {
  const chosen = draft.columns.length;
  return (
    <details className={styles.columns}>
      <summary>
        Columns <span className={styles.count}>{`${chosen} of ${RUN_COLUMNS.length}`}</span>
      </summary>
      <div className={styles.columnList} role="group" aria-label="Columns">
        {RUN_COLUMNS.map(({ name }) => (
          <Checkbox
            key={name}
            isSelected={draft.columns.includes(name)}
            isDisabled={chosen === 1 && draft.columns.includes(name)}
            onChange={(isOn) => onChange(withColumn(draft, name, isOn))}
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </details>
  );
}
