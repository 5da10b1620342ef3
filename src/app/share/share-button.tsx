import { Share2 } from 'lucide-react';
import type { Screen } from '../../url/screens.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { whileBusy } from '../idle.ts';

const loadSharePanel = () => whileBusy(import('./share-panel.tsx').then(({ SharePanel }) => SharePanel));

/** On every page: what a link holds is read from the screen, whichever it is. */
export function ShareButton({ screen }: { readonly screen: Screen }) {
  return (
    <PopoverButton label="Share this view" icon={Share2} variant="ghost">
      <LazyPart name="share panel" loader={loadSharePanel} props={{ screen }} />
    </PopoverButton>
  );
}
