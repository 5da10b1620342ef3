import { Radio } from 'lucide-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { LiveTail } from './use-live-tail.ts';

interface LiveTailToggleProps {
  readonly tail: LiveTail;
  readonly isSorted: boolean;
}

export function LiveTailToggle({ tail, isSorted }: LiveTailToggleProps) {
  return (
    <IconButton
      label={labelOf(tail, isSorted)}
      icon={Radio}
      size="sm"
      isActive={tail.isOn}
      isDisabled={!tail.isPossible}
      onPress={tail.toggle}
    />
  );
}

function labelOf({ isPossible, isOn }: LiveTail, isSorted: boolean): string {
  if (isSorted) return 'Live: not while the loaded rows are sorted here';
  if (!isPossible) return 'Live: only newest first, in a window that reaches to now';
  return isOn ? 'Stop following new runs' : 'Follow new runs live';
}
