import { explainError } from '../../contract/explain-error.ts';
import { toast } from '../../ui/toast-queue.ts';
import { freeName, type Place, type SavedFilter } from './saved-filter.ts';
import type { StepProps } from './saved-steps.ts';
import { shelfOf, useRenewLists } from './shelves.ts';

/** Beside the original or on the other shelf, under a name that is free there. */
export function useDuplicate({ api, shelves }: StepProps) {
  const renew = useRenewLists(api);
  return async (saved: SavedFilter, place: Place): Promise<void> => {
    const { content, description } = saved;
    if (content.kind !== 'query') return;
    const shelf = shelfOf(shelves, { place });
    try {
      const { filters } = await shelf.list();
      const name = freeName(
        saved.name,
        filters.map((each) => each.name),
      );
      await shelf.create({ name, description, query: content.query });
      await renew();
      toast(`Saved as “${name}”.`);
    } catch (error) {
      toast(`Could not duplicate “${saved.name}”: ${explainError(error)?.detail ?? ''}`, { tone: 'danger' });
    }
  };
}
