import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ColumnChooser } from '../../ui/data-table/column-chooser.tsx';
import { showColumn, type ColumnState, type DataColumn } from '../../ui/data-table/column-state.ts';
import { TextField } from '../../ui/text-field.tsx';
import styles from './columns-button.module.css';
import { TableLook } from '../../parts/table/table-look.tsx';

export interface ColumnsFormProps {
  readonly columns: readonly DataColumn[];
  readonly state: ColumnState;
  readonly onStateChange: (next: ColumnState) => void;
  readonly onReset: () => void;
}

export function ColumnsForm(props: ColumnsFormProps) {
  const { state, onStateChange } = props;
  return (
    <ColumnChooser {...props}>
      <MetadataColumnForm onAdd={(key) => onStateChange(showColumn(state, `metadata.${key}`))} />
      <TableLook />
    </ColumnChooser>
  );
}

/** Keys are only known once a run that has them was seen with its metadata. */
function MetadataColumnForm({ onAdd }: { readonly onAdd: (key: string) => void }) {
  const [key, setKey] = useState('');
  const add = () => {
    if (key.trim() === '') return;
    onAdd(key.trim());
    setKey('');
  };
  return (
    <div className={styles.form}>
      <TextField
        label="Metadata key as a column"
        value={key}
        onChange={setKey}
        placeholder="user_id"
        isMono
        onEnter={add}
      />
      <Button isDisabled={key.trim() === ''} onPress={add}>
        Add
      </Button>
    </div>
  );
}
