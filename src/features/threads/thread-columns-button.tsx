import { Columns3 } from 'lucide-react';
import { TableLook } from '../../parts/table/table-look.tsx';
import { useIsNarrow } from '../../parts/use-is-narrow.ts';
import { ColumnChooser } from '../../ui/data-table/column-chooser.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import type { ThreadsScreen } from '../../url/screens.ts';
import { knownColumns, orderForLink, threadColumns } from './thread-columns.ts';
import { useThreadColumnState } from './use-thread-column-state.ts';

interface ThreadColumnsButtonProps {
  readonly screen: ThreadsScreen;
  readonly onColumns: (columns: readonly string[] | undefined) => void;
}

export function ThreadColumnsButton({ screen, onColumns }: ThreadColumnsButtonProps) {
  const isNarrow = useIsNarrow();
  const { state, setWidths } = useThreadColumnState(screen);
  return (
    <PopoverButton
      label="Columns"
      icon={Columns3}
      variant="ghost"
      buttonContent={isNarrow ? undefined : 'Columns'}
    >
      <ColumnChooser
        columns={threadColumns(knownColumns(screen).sort)}
        state={state}
        onStateChange={({ order }) => onColumns(orderForLink(order))}
        onReset={() => {
          setWidths({});
          onColumns(undefined);
        }}
      >
        <TableLook />
      </ColumnChooser>
    </PopoverButton>
  );
}
