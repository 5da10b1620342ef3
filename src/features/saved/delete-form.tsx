import { useMutation } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { FactList } from './fact-list.tsx';
import { ListError } from './list-error.tsx';
import { contentFacts } from './query-facts.ts';
import type { SavedFilter } from './saved-filter.ts';
import { type StepProps, withoutSaved } from './saved-steps.ts';
import { shelfOf, useRenewLists } from './shelves.ts';
import { StepFrame } from './step-frame.tsx';

interface DeleteFormProps extends StepProps {
  readonly saved: SavedFilter;
  readonly isCurrent: boolean;
}

export function DeleteForm(props: DeleteFormProps) {
  const { api, screen, shelves, saved, isCurrent, onStep, onScreenChange } = props;
  const renew = useRenewLists(api);
  const remove = useMutation({
    mutationFn: async () => {
      await shelfOf(shelves, saved).remove(saved.id);
      await renew();
    },
    onSuccess: () => {
      if (isCurrent) onScreenChange(withoutSaved(screen), 'replace');
      onStep({ kind: 'list' });
    },
  });
  return (
    <StepFrame
      title={`Delete “${saved.name}”?`}
      onBack={() => onStep({ kind: 'list' })}
      actions={
        <>
          <Button onPress={() => onStep({ kind: 'list' })} autoFocus>
            Keep it
          </Button>
          <Button variant="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
            Delete
          </Button>
        </>
      }
    >
      <p>
        {saved.place === 'team'
          ? 'It is deleted in LangSmith, for everybody who uses this project. This cannot be undone.'
          : 'It is deleted from this browser. This cannot be undone.'}
      </p>
      <FactList facts={contentFacts(saved.content)} />
      {remove.isError && <ListError error={remove.error} what="delete it" />}
    </StepFrame>
  );
}
