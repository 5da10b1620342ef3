import { Columns3 } from 'lucide-react';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import type { ColumnsFormProps } from './columns-form.tsx';
import { loadColumnsForm } from './popover-parts.ts';

interface ColumnsButtonProps extends ColumnsFormProps {
  readonly isNarrow: boolean;
}

export function ColumnsButton({ isNarrow, ...form }: ColumnsButtonProps) {
  return (
    <PopoverButton
      label="Columns"
      icon={Columns3}
      variant="ghost"
      buttonContent={isNarrow ? undefined : 'Columns'}
    >
      <LazyPart name="columns" loader={loadColumnsForm} props={form} />
    </PopoverButton>
  );
}
