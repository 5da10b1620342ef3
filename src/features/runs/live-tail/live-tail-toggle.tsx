import { Radio } from 'lucide-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { LiveTail } from './use-live-tail.ts';

export function LiveTailToggle({ tail }: { readonly tail: LiveTail }) {
  return (
    <IconButton
      label={labelOf(tail)}
      icon={Radio}
      isActive={tail.isOn}
      isDisabled={!tail.isPossible}
      onPress={tail.toggle}
    />
  );
}

function labelOf({ isPossible, isOn }: LiveTail): string {
  if (!isPossible) return 'Live: only newest first, in a window that reaches to now';
  return isOn ? 'Stop following new runs' : 'Follow new runs live';
}
