import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../button.tsx';
import { Checkbox } from '../checkbox.tsx';
import { IconButton } from '../icon-button.tsx';
import { SearchField } from '../search-field.tsx';
import styles from './column-chooser.module.css';
import {
  hideColumn,
  showColumn,
  shownColumns,
  stepColumn,
  type ColumnState,
  type DataColumn,
} from './column-state.ts';

export interface ColumnChooserProps {
  readonly columns: readonly DataColumn[];
  readonly state: ColumnState;
  readonly onStateChange: (next: ColumnState) => void;
  readonly onReset: () => void;
  /** A way to add columns that are not listed. */
  readonly children?: ReactNode;
}

/** The contents of a popover: which columns, in which order. */
export function ColumnChooser({ columns, state, onStateChange, onReset, children }: ColumnChooserProps) {
  const [search, setSearch] = useState('');
  const isWanted = (column: DataColumn) => matches(column, search);
  const shown = shownColumns(columns, state.order);
  const hidden = columns.filter((column) => !state.order.includes(column.id) && isWanted(column));
  const groups = [...new Set(hidden.map((column) => column.group))];
  return (
    <div className={styles.chooser}>
      <SearchField label="Search columns" placeholder="Search columns" value={search} onChange={setSearch} />
      <div className={styles.lists}>
        <section aria-label="Shown columns">
          <h3 className={styles.heading}>Shown, left to right</h3>
          <ul>
            {shown.filter(isWanted).map((column) => (
              <ShownColumnItem
                key={column.id}
                column={column}
                place={shown.indexOf(column)}
                count={shown.length}
                state={state}
                onStateChange={onStateChange}
              />
            ))}
          </ul>
        </section>
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h3 className={styles.heading}>{group}</h3>
            <ul>
              {hidden
                .filter((column) => column.group === group)
                .map((column) => (
                  <li key={column.id} className={styles.item}>
                    <Checkbox
                      isSelected={false}
                      onChange={() => onStateChange(showColumn(state, column.id))}
                      description={column.description}
                    >
                      {column.title}
                    </Checkbox>
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {hidden.length === 0 && !shown.some(isWanted) && (
          <p className={styles.nothing}>No column is called “{search}”.</p>
        )}
      </div>
      {children}
      <Button variant="ghost" size="sm" onPress={onReset}>
        Back to the default columns
      </Button>
    </div>
  );
}

interface ShownColumnItemProps {
  readonly column: DataColumn;
  readonly place: number;
  readonly count: number;
  readonly state: ColumnState;
  readonly onStateChange: (next: ColumnState) => void;
}

function ShownColumnItem({ column, place, count, state, onStateChange }: ShownColumnItemProps) {
  return (
    <li className={styles.item}>
      <Checkbox
        isSelected
        isDisabled={count === 1}
        onChange={() => onStateChange(hideColumn(state, column.id))}
      >
        {column.title}
      </Checkbox>
      <span className={styles.moves}>
        <IconButton
          label={`Move ${column.title} up`}
          icon={ArrowUp}
          size="sm"
          isDisabled={place === 0}
          onPress={() => onStateChange(stepColumn(state, column.id, -1))}
        />
        <IconButton
          label={`Move ${column.title} down`}
          icon={ArrowDown}
          size="sm"
          isDisabled={place === count - 1}
          onPress={() => onStateChange(stepColumn(state, column.id, 1))}
        />
      </span>
    </li>
  );
}

function matches(column: DataColumn, search: string): boolean {
  const text = `${column.title} ${column.id} ${column.description ?? ''}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
