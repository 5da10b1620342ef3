import { SegmentedControl } from '../../ui/segmented-control.tsx';
import styles from './table-parts.module.css';
import { useTablePreferences } from './table-preferences.ts';

/** How times are written and how high rows are, in all tables. */
export function TableLook() {
  const { timeDisplay, setTimeDisplay, density, setDensity } = useTablePreferences();
  return (
    <div className={styles.look}>
      <span aria-hidden="true">Times</span>
      <SegmentedControl
        label="Times in the table"
        size="sm"
        value={timeDisplay}
        onChange={setTimeDisplay}
        options={[
          { value: 'relative', label: '3 min ago' },
          { value: 'absolute', label: 'Exact times' },
        ]}
      />
      <span aria-hidden="true">Row height</span>
      <SegmentedControl
        label="Height of the rows"
        size="sm"
        value={density}
        onChange={setDensity}
        options={[
          { value: 'compact', label: 'Compact' },
          { value: 'normal', label: 'Normal' },
          { value: 'comfortable', label: 'Roomy' },
        ]}
      />
    </div>
  );
}
