import type { Edited } from '../../../filter/edit.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { isRangeChosen, toggleRange } from './facet-edits.ts';
import { type RangeGroup, sourceWords } from './facet-groups.ts';
import styles from './facet-panel.module.css';

interface RangeGroupViewProps {
  readonly group: RangeGroup;
  readonly rowCount: number;
  readonly filter: string;
  readonly onEdited: (edited: Edited) => void;
}

export function RangeGroupView({ group, rowCount, filter, onEdited }: RangeGroupViewProps) {
  const ranges = group.ranges.map(({ range }) => range);
  return (
    <section className={styles.group} aria-label={group.title}>
      <h3 className={styles.rangeTitle}>
        {group.title} <span className={styles.countedIn}>{sourceWords('rows', rowCount)}</span>
      </h3>
      <ul className={styles.values} aria-label={group.title}>
        {group.ranges.map(({ range, label, count }) => (
          <li key={label} className={styles.value}>
            <button
              type="button"
              className={styles.choose}
              aria-pressed={isRangeChosen(filter, range)}
              onClick={() => onEdited(toggleRange(filter, range, ranges))}
            >
              <span className={styles.name}>{label}</span>
              <span className={styles.count}>{formatCount(count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
