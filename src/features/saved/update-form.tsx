import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { ListError } from './list-error.tsx';
import { openedVersion } from './opened-versions.ts';
import { contentFacts, differences, queryFacts } from './query-facts.ts';
import type { SavedFilter } from './saved-filter.ts';
import type { StepProps } from './saved-steps.ts';
import { queryOf } from './saved-query.ts';
import styles from './saved.module.css';
import { shelfOf, useRenewLists } from './shelves.ts';
import { StepFrame } from './step-frame.tsx';
import { NOTE_WORDS } from './view-note.ts';

/**
 * Nothing is overwritten unseen: the stored one is read again and shown beside the screen, and once more
 * right before writing. LangSmith has no conditional writes; what changes in that last instant is lost.
 */
export function UpdateForm(props: StepProps & { readonly saved: SavedFilter }) {
  const { api, screen, shelves, saved, onStep, onStored } = props;
  const shelf = shelfOf(shelves, saved);
  const [base] = useState(() => openedVersion(saved.id) ?? saved.version);
  const stored = useQuery({
    queryKey: [api.connectionId, 'saved-filter-now', saved.id],
    // TanStack Query has no undefined answers.
    queryFn: async () => (await shelf.get(saved.id)) ?? 'gone',
    staleTime: 0,
    gcTime: 0,
  });
  const renew = useRenewLists(api);
  const query = queryOf(screen);
  const update = useMutation({
    mutationFn: async (seen: SavedFilter) => {
      const now = await shelf.get(saved.id);
      if (now?.version !== seen.version) {
        await stored.refetch();
        return undefined;
      }
      const done = await shelf.update(saved.id, { name: now.name, description: now.description, query });
      await renew();
      return done;
    },
    onSuccess: (done) => {
      if (!done) return;
      onStored(done);
      onStep({ kind: 'list' });
    },
  });
  const found = stored.data;
  const isFound = found !== undefined && found !== 'gone';
  return (
    <StepFrame
      title={`Update “${saved.name}”`}
      onBack={() => onStep({ kind: 'list' })}
      actions={
        <>
          <Button onPress={() => onStep({ kind: 'save' })}>Save as new…</Button>
          {isFound && (
            <Button variant="primary" isPending={update.isPending} onPress={() => update.mutate(found)}>
              Replace what is stored
            </Button>
          )}
        </>
      }
    >
      {stored.isPending && <Spinner label="Reading what is stored now" />}
      {stored.isError && (
        <ListError error={stored.error} what="read what is stored" onRetry={() => void stored.refetch()} />
      )}
      {found === 'gone' && (
        <Callout tone="warning" title="It was deleted meanwhile.">
          Save what is on the screen as a new one to keep it.
        </Callout>
      )}
      {isFound && found.version !== base && (
        <Callout tone="warning" title="Somebody changed it after you opened it.">
          {found.changedAt !== undefined && (
            <>
              Changed <TimeText time={found.changedAt} mode="relative" />.{' '}
            </>
          )}
          Below is what is stored now. Replacing loses that change.
        </Callout>
      )}
      {isFound && (
        <>
          <DifferenceTable differences={differences(contentFacts(found.content), queryFacts(query))} />
          {saved.place === 'team' && <p className={styles.remark}>{NOTE_WORDS}</p>}
          {found.remarks.map((remark) => (
            <p key={remark} className={styles.remark}>
              {remark}
            </p>
          ))}
        </>
      )}
      {update.isSuccess && update.data === undefined && (
        <Callout tone="danger" title="Nothing was written: it changed again a moment ago.">
          The comparison above is new. Look at it before you replace it.
        </Callout>
      )}
      {update.isError && <ListError error={update.error} what="update it" />}
    </StepFrame>
  );
}
