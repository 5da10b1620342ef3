import { saveText } from '../../ui/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import type { StepProps } from './saved-steps.ts';
import { useRenewLists } from './shelves.ts';

interface DamagedNoteProps extends StepProps {
  readonly texts: readonly string[];
}

/** What could not be read is somebody's work: it can be taken out before it goes. */
export function DamagedNote({ api, browserShelf, texts }: DamagedNoteProps) {
  const renew = useRenewLists(api);
  if (texts.length === 0) return null;
  return (
    <Callout
      tone="warning"
      title="A damaged list of saved filters was put aside."
      actions={
        <>
          <Button size="sm" onPress={() => saveText('saved-filters-damaged.txt', texts.join('\n'))}>
            Download it
          </Button>
          <Button size="sm" variant="ghost" onPress={() => void browserShelf.forgetDamaged?.().then(renew)}>
            Delete it
          </Button>
        </>
      }
    >
      It is kept as it was found, in this browser.
    </Callout>
  );
}
