import { Code } from 'lucide-react';
import { LazyPart } from '../../../ui/lazy-part.tsx';
import { PopoverButton } from '../../../ui/popover-button.tsx';
import { loadCopyAsPanel } from '../popover-parts.ts';
import type { CopyAsPanelProps } from './copy-as-panel.tsx';

interface CopyAsButtonProps extends CopyAsPanelProps {
  readonly isNarrow: boolean;
}

export function CopyAsButton({ isNarrow, ...panel }: CopyAsButtonProps) {
  return (
    <PopoverButton
      label="Copy as code"
      icon={Code}
      variant="ghost"
      buttonContent={isNarrow ? undefined : 'Code'}
    >
      <LazyPart name="code" loader={loadCopyAsPanel} props={panel} />
    </PopoverButton>
  );
}
