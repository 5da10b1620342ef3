import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FactList } from './fact-list.tsx';
import { ListError } from './list-error.tsx';
import { queryFacts } from './query-facts.ts';
import { NOTE_WORDS } from './view-note.ts';
import { NamesakeNote } from './namesake-note.tsx';
import { namesakeOf, type Place } from './saved-filter.ts';
import type { StepProps } from './saved-steps.ts';
import { queryOf } from './saved-query.ts';
import styles from './saved.module.css';
import { shelfOf, useLists, useRenewLists } from './shelves.ts';
import { StepFrame } from './step-frame.tsx';

export function SaveForm(props: StepProps) {
  const { api, screen, shelves, current, onStep, onStored, onClose } = props;
  const [name, setName] = useState(current.kind === 'elsewhere' ? current.name : '');
  const [description, setDescription] = useState('');
  const [place, setPlace] = useState<Place>(shelves.team ? 'team' : 'browser');
  const { here, shared } = useLists(api, shelves);
  const renew = useRenewLists(api);
  const query = queryOf(screen);
  const save = useMutation({
    // Others write there too: what is there now counts, not what was listed.
    mutationFn: async (areBothKept: boolean) => {
      const shelf = shelfOf(shelves, { place });
      const isTaken = !areBothKept && namesakeOf(name, (await shelf.list()).filters);
      const saved = isTaken ? undefined : await shelf.create({ name: name.trim(), description, query });
      await renew();
      return saved;
    },
    onSuccess: (saved) => {
      if (!saved) return;
      onStored(saved);
      onClose();
    },
  });
  const list = place === 'team' ? shared.data : here.data;
  const namesake = namesakeOf(name, list?.filters ?? []);
  const canSave = name.trim() !== '' && !namesake;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave && !save.isPending) save.mutate(false);
      }}
    >
      <StepFrame
        title="Save what is on the screen"
        onBack={() => onStep({ kind: 'list' })}
        actions={
          <Button variant="primary" type="submit" isPending={save.isPending} isDisabled={!canSave}>
            Save
          </Button>
        }
      >
        <TextField label="Name" value={name} onChange={setName} autoFocus isRequired />
        {namesake && (
          <NamesakeNote
            namesake={namesake}
            isPending={save.isPending}
            onUpdate={() => onStep({ kind: 'update', saved: namesake })}
            onKeepBoth={() => save.mutate(true)}
          />
        )}
        <TextField label="Description" value={description} onChange={setDescription} />
        {shelves.team && (
          <SegmentedControl<Place>
            label="Where to keep it"
            value={place}
            onChange={setPlace}
            options={[
              { value: 'team', label: 'Team' },
              { value: 'browser', label: 'This browser' },
            ]}
          />
        )}
        <p className={styles.remark}>{place === 'team' ? TEAM_WORDS : BROWSER_WORDS}</p>
        <FactList facts={queryFacts(query)} />
        {save.isError && <ListError error={save.error} what="save it" />}
      </StepFrame>
    </form>
  );
}

const TEAM_WORDS = `Kept in LangSmith with this project: all who can open the project see it, also in LangSmith. ${NOTE_WORDS}`;
const BROWSER_WORDS = 'Kept in this browser only, for every connection and project.';
