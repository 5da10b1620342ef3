import { ChevronRight, CircleMinus } from 'lucide-react';
import { useId, useState } from 'react';
import type { Edited } from '../../../filter/edit.ts';
import { selectedValues, toggleValue } from '../../../filter/toggle-value.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { excludeValue } from './facet-edits.ts';
import { type FacetGroup, type FacetValue, sourceWords } from './facet-groups.ts';
import styles from './facet-panel.module.css';

interface FacetGroupViewProps {
  readonly group: FacetGroup;
  /** Stands before the title. */
  readonly prefix?: string;
  readonly isOpenAtFirst: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly remark?: string;
  readonly rowCount: number;
  readonly filter: string;
  readonly onEdited: (edited: Edited) => void;
}

/** Shown at first; the rest is a press away. */
const SHORT = 8;

export function FacetGroupView(props: FacetGroupViewProps) {
  const { group, prefix, remark, rowCount, filter, onEdited } = props;
  const [isOpen, setOpen] = useState(props.isOpenAtFirst);
  const id = useId();
  const title = prefix === undefined ? group.title : `${prefix} ${group.title}`;
  const chosen = new Set(selectedValues(filter, group.target));
  const toggle = () => {
    setOpen(!isOpen);
    props.onOpenChange?.(!isOpen);
  };
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h3 className={styles.heading}>
        <button type="button" id={id} className={styles.toggle} aria-expanded={isOpen} onClick={toggle}>
          <Icon source={ChevronRight} size={14} />
          {title}
          {chosen.size > 0 && <span className={styles.chosenCount}>{chosen.size} chosen</span>}
        </button>
        {isOpen && <span className={styles.countedIn}>{sourceWords(group.source, rowCount)}</span>}
      </h3>
      {isOpen && (
        <>
          {remark !== undefined && <p className={styles.remark}>{remark}</p>}
          <Values
            title={title}
            values={group.values}
            isChosen={(value) => chosen.has(value.value)}
            onToggle={({ value }) => onEdited(toggleValue(filter, group.target, value))}
            onExclude={({ value }) => onEdited(excludeValue(filter, group.target, value))}
          />
        </>
      )}
    </section>
  );
}

interface ValuesProps {
  readonly title: string;
  readonly values: readonly FacetValue[];
  readonly isChosen: (value: FacetValue) => boolean;
  readonly onToggle: (value: FacetValue) => void;
  readonly onExclude: (value: FacetValue) => void;
}

function Values({ title, values, isChosen, onToggle, onExclude }: ValuesProps) {
  const [isAll, setAll] = useState(false);
  const [search, setSearch] = useState('');
  if (values.length === 0) return <p className={styles.remark}>No values</p>;
  const words = search.trim().toLowerCase();
  const found = values.filter(({ value }) => String(value).toLowerCase().includes(words));
  const shown = isAll ? found : found.slice(0, SHORT);
  return (
    <>
      {isAll && values.length > SHORT && (
        <SearchField label={`Search in ${title}`} value={search} onChange={setSearch} />
      )}
      <ul className={styles.values} aria-label={title}>
        {shown.map((entry) => (
          <li key={JSON.stringify(entry.value)} className={styles.value}>
            <button
              type="button"
              className={styles.choose}
              aria-pressed={isChosen(entry)}
              title={String(entry.value)}
              onClick={() => onToggle(entry)}
            >
              <span className={styles.name}>{entry.value === '' ? '""' : String(entry.value)}</span>
              {entry.count !== undefined && <span className={styles.count}>{formatCount(entry.count)}</span>}
            </button>
            <span className={styles.exclude}>
              <IconButton
                label={`Exclude ${String(entry.value)}`}
                icon={CircleMinus}
                size="sm"
                onPress={() => onExclude(entry)}
              />
            </span>
          </li>
        ))}
      </ul>
      {values.length > SHORT && (
        <Button variant="ghost" size="sm" onPress={() => setAll(!isAll)}>
          {isAll ? 'Show fewer' : `Show all ${values.length}`}
        </Button>
      )}
    </>
  );
}
