import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { type ReadFile, readFilterFile } from './filter-file.ts';
import { ListError } from './list-error.tsx';
import { freeName, type Place } from './saved-filter.ts';
import type { StepProps } from './saved-steps.ts';
import styles from './saved.module.css';
import { shelfOf, useRenewLists } from './shelves.ts';
import { StepFrame } from './step-frame.tsx';

/** A file of saved filters is text of a few kilobytes; more is something else. */
const MOST_BYTES = 2_000_000;

export function ImportForm({ api, shelves, onStep }: StepProps) {
  const [read, setRead] = useState<ReadFile>();
  const [place, setPlace] = useState<Place>('browser');
  const renew = useRenewLists(api);
  const add = useMutation({
    mutationFn: async (filters: Extract<ReadFile, { kind: 'ok' }>['filters']) => {
      const shelf = shelfOf(shelves, { place });
      const taken = (await shelf.list()).filters.map(({ name }) => name);
      // One after the other: a failure then leaves a beginning, not holes.
      for (const { draft } of filters) {
        const name = freeName(draft.name, taken);
        taken.push(name);
        await shelf.create({ ...draft, name });
      }
      return filters.length;
    },
    onSettled: renew,
    onSuccess: (count) => {
      toast(count === 1 ? 'One saved filter was added.' : `${count} saved filters were added.`);
      onStep({ kind: 'list' });
    },
  });
  const choose = async ([file]: readonly File[]) => {
    if (!file) return;
    setRead(
      file.size > MOST_BYTES
        ? {
            kind: 'refused',
            reason: 'The file is too large to hold saved filters.',
            next: 'Choose a file that was made with “Export”.',
          }
        : readFilterFile(await file.text()),
    );
  };
  return (
    <StepFrame
      title="Import saved filters"
      onBack={() => onStep({ kind: 'list' })}
      actions={
        read?.kind === 'ok' && (
          <Button variant="primary" isPending={add.isPending} onPress={() => add.mutate(read.filters)}>
            {read.filters.length === 1 ? 'Add it' : `Add all ${read.filters.length}`}
          </Button>
        )
      }
    >
      <FileDrop
        label="File of saved filters"
        buttonText="Choose a file…"
        accept={['.json']}
        onFiles={(files) => void choose(files)}
      >
        A file made with “Export”. Nothing that you have is replaced.
      </FileDrop>
      {read?.kind === 'refused' && (
        <Callout tone="danger" title={read.reason}>
          {read.next}
        </Callout>
      )}
      {read?.kind === 'ok' && (
        <>
          {read.problems.map((problem) => (
            <Callout key={problem} tone="warning" title={problem} />
          ))}
          <ul className={styles.found} aria-label="In the file">
            {read.filters.map(({ draft, remarks }, at) => (
              // Names repeat, and the list never changes.
              <li key={`${at} ${draft.name}`}>
                <span className={styles.title}>{draft.name}</span>
                {[draft.description, ...remarks].filter(Boolean).map((line) => (
                  <span key={line} className={styles.remark}>
                    {line}
                  </span>
                ))}
              </li>
            ))}
          </ul>
          {shelves.team && (
            <SegmentedControl<Place>
              label="Where to keep them"
              value={place}
              onChange={setPlace}
              options={[
                { value: 'browser', label: 'This browser' },
                { value: 'team', label: 'Team' },
              ]}
            />
          )}
        </>
      )}
      {add.isError && <ListError error={add.error} what="add all of them" />}
    </StepFrame>
  );
}
