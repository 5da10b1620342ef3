import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ColumnChooser } from '../../ui/data-table/column-chooser.tsx';
import { showColumn, type ColumnState, type DataColumn } from '../../ui/data-table/column-state.ts';
import { Select } from '../../ui/select.tsx';
import type { LiveSource } from '../../filter/live-values.ts';
import { ValueBox } from './builder/value-box.tsx';
import styles from './columns-button.module.css';
import { TableLook } from '../../parts/table/table-look.tsx';

export interface ColumnsFormProps {
  readonly columns: readonly DataColumn[];
  readonly state: ColumnState;
  readonly onStateChange: (next: ColumnState) => void;
  readonly onReset: () => void;
  /** Keys that exist. */
  readonly values: LiveSource;
}

export function ColumnsForm(props: ColumnsFormProps) {
  const { state, onStateChange } = props;
  return (
    <ColumnChooser {...props}>
      <KeyColumnForm values={props.values} onAdd={(id) => onStateChange(showColumn(state, id))} />
      <TableLook />
    </ColumnChooser>
  );
}

type KeyGroup = 'metadata' | 'feedback';

interface KeyColumnFormProps {
  readonly values: LiveSource;
  readonly onAdd: (columnId: string) => void;
}

/** The list above knows the keys of loaded rows; here are those of all runs of the window, and any other. */
function KeyColumnForm({ values, onAdd }: KeyColumnFormProps) {
  const [group, setGroup] = useState<KeyGroup>('metadata');
  const [key, setKey] = useState('');
  const [isMissing, setMissing] = useState(false);
  const add = () => {
    setMissing(key.trim() === '');
    if (key.trim() === '') return;
    onAdd(`${group}.${key.trim()}`);
    setKey('');
  };
  return (
    <section className={styles.form} aria-label="Column of a key">
      <Select<KeyGroup>
        label="Keys of"
        value={group}
        onChange={setGroup}
        options={[
          { value: 'metadata', label: 'Metadata' },
          { value: 'feedback', label: 'Feedback' },
        ]}
      />
      <ValueBox
        key={group}
        label="Key"
        value={key}
        onChange={setKey}
        ask={{ kind: `${group}-keys`, prefix: '' }}
        values={values}
      />
      {/* Never disabled: the focus would be lost with the key that was added. */}
      <Button onPress={add}>Add the column</Button>
      {isMissing && (
        <p role="alert" className={styles.missing}>
          Choose a key, or write one.
        </p>
      )}
    </section>
  );
}
