import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ListError } from './list-error.tsx';
import { NamesakeNote } from './namesake-note.tsx';
import { namesakeOf, type SavedFilter } from './saved-filter.ts';
import type { StepProps } from './saved-steps.ts';
import styles from './saved.module.css';
import { shelfOf, useLists, useRenewLists } from './shelves.ts';
import { StepFrame } from './step-frame.tsx';

export function RenameForm(props: StepProps & { readonly saved: SavedFilter }) {
  const { api, shelves, saved, current, onStep, onStored } = props;
  const [name, setName] = useState(saved.name);
  const [description, setDescription] = useState(saved.description);
  const { here, shared } = useLists(api, shelves);
  const renew = useRenewLists(api);
  const rename = useMutation({
    mutationFn: async (areBothKept: boolean) => {
      const shelf = shelfOf(shelves, saved);
      // An old double name is no reason to refuse a new description.
      const mustAsk = !areBothKept && name.trim() !== saved.name;
      const isTaken = mustAsk && namesakeOf(name, (await shelf.list()).filters, saved.id);
      const renamed = isTaken ? undefined : await shelf.rename(saved, name.trim(), description);
      await renew();
      return renamed;
    },
    onSuccess: (renamed) => {
      if (!renamed) return;
      if (current.kind === 'here' && current.saved.id === saved.id) onStored(renamed);
      onStep({ kind: 'list' });
    },
  });
  const list = saved.place === 'team' ? shared.data : here.data;
  const isNew = name.trim() !== saved.name;
  const namesake = isNew ? namesakeOf(name, list?.filters ?? [], saved.id) : undefined;
  const canRename = name.trim() !== '' && !namesake;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canRename && !rename.isPending) rename.mutate(false);
      }}
    >
      <StepFrame
        title="Rename"
        onBack={() => onStep({ kind: 'list' })}
        actions={
          <Button variant="primary" type="submit" isPending={rename.isPending} isDisabled={!canRename}>
            Rename
          </Button>
        }
      >
        <TextField label="Name" value={name} onChange={setName} autoFocus isRequired />
        {namesake && (
          <NamesakeNote
            namesake={namesake}
            isPending={rename.isPending}
            onKeepBoth={() => rename.mutate(true)}
          />
        )}
        <TextField label="Description" value={description} onChange={setDescription} />
        {rename.isError && <ListError error={rename.error} what="rename it" />}
      </StepFrame>
    </form>
  );
}
