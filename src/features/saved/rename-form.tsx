import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ListError } from './list-error.tsx';
import type { SavedFilter } from './saved-filter.ts';
import type { StepProps } from './saved-steps.ts';
import styles from './saved.module.css';
import { shelfOf, useRenewLists } from './shelves.ts';
import { StepFrame } from './step-frame.tsx';

export function RenameForm(props: StepProps & { readonly saved: SavedFilter }) {
  const { api, shelves, saved, current, onStep, onStored } = props;
  const [name, setName] = useState(saved.name);
  const [description, setDescription] = useState(saved.description);
  const renew = useRenewLists(api);
  const rename = useMutation({
    mutationFn: async () => {
      const renamed = await shelfOf(shelves, saved).rename(saved, name.trim(), description);
      await renew();
      return renamed;
    },
    onSuccess: (renamed) => {
      if (current.kind === 'here' && current.saved.id === saved.id) onStored(renamed);
      onStep({ kind: 'list' });
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '' && !rename.isPending) rename.mutate();
      }}
    >
      <StepFrame
        title="Rename"
        onBack={() => onStep({ kind: 'list' })}
        actions={
          <Button
            variant="primary"
            type="submit"
            isPending={rename.isPending}
            isDisabled={name.trim() === ''}
          >
            Rename
          </Button>
        }
      >
        <TextField label="Name" value={name} onChange={setName} autoFocus isRequired />
        <TextField label="Description" value={description} onChange={setDescription} />
        {rename.isError && <ListError error={rename.error} what="rename it" />}
      </StepFrame>
    </form>
  );
}
