import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import type { SavedFilter } from './saved-filter.ts';

interface NamesakeNoteProps {
  readonly namesake: SavedFilter;
  /** Absent where what is on the screen is not what is being kept. */
  readonly onUpdate?: () => void;
  readonly isPending: boolean;
  readonly onKeepBoth: () => void;
}

/** Two of one name are allowed, but nobody gets them without having said so. */
export function NamesakeNote({ namesake, onUpdate, isPending, onKeepBoth }: NamesakeNoteProps) {
  return (
    <Callout
      tone="warning"
      title={`There is one named “${namesake.name}” already.`}
      actions={
        <>
          {onUpdate && (
            <Button size="sm" onPress={onUpdate}>
              Update it instead…
            </Button>
          )}
          <Button size="sm" isPending={isPending} onPress={onKeepBoth}>
            Keep both
          </Button>
        </>
      }
    >
      {onUpdate ? 'Update it, keep both, or choose another name.' : 'Choose another name, or keep both.'}
    </Callout>
  );
}
