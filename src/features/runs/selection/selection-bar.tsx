/** Of runs. */
import { Copy, Filter } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { formatCost } from '../../../lib/format-cost.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { formatDuration } from '../../../lib/format-duration.ts';
import { runNumbers } from '../../../model/run-numbers.ts';
import { SelectionFrame } from '../../../parts/table/selection-frame.tsx';
import { Button } from '../../../ui/button.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { toast } from '../../../ui/toast-queue.ts';
import type { RunRow } from '../run-row.ts';

export interface SelectionBarProps {
  readonly rows: readonly RunRow[];
  readonly loadedCount: number;
  /** Tokens of a run hold those of the runs below it (v1, UNKNOWNS U34). */
  readonly isSubtree: boolean;
  readonly onAll: () => void;
  readonly onFilter: (runIds: readonly string[]) => void;
  readonly onClear: () => void;
  readonly download: ReactNode;
}

export function SelectionBar({
  rows,
  loadedCount,
  isSubtree,
  onAll,
  onFilter,
  onClear,
  download,
}: SelectionBarProps) {
  const numbers = useMemo(() => runNumbers(rows, isSubtree), [rows, isSubtree]);
  const ids = rows.map(({ run }) => run.id);
  const copy = async () => {
    const isCopied = await copyText(ids.join('\n'));
    toast(
      isCopied
        ? `${formatCount(ids.length)} ids are in the clipboard.`
        : 'The browser did not allow copying.',
    );
  };
  const { errors = 0, p50, p95, p99, tokens, cost } = numbers;
  // The numbers above the table count the runs below each row as well (UNKNOWNS U34).
  const own = !isSubtree && rows.some(({ run }) => !run.isRoot) ? 'own ' : '';
  const words = [
    ...(errors > 0 ? [`${formatCount(errors)} failed`] : []),
    ...(p50 === undefined
      ? []
      : [`latency p50 ${formatDuration(p50)}, p95 ${formatDuration(p95)}, p99 ${formatDuration(p99)}`]),
    ...(tokens === undefined ? [] : [`${formatCount(tokens)} ${own}tokens`]),
    ...(cost === undefined ? [] : [`${formatCost(cost)}${own && ' of their own'}`]),
  ];
  return (
    <SelectionFrame
      count={rows.length}
      loadedCount={loadedCount}
      numbers={words}
      onAll={onAll}
      onClear={onClear}
    >
      <Button size="sm" icon={Copy} onPress={() => void copy()}>
        Copy ids
      </Button>
      <Button size="sm" icon={Filter} onPress={() => onFilter(ids)}>
        Show only these
      </Button>
      {download}
    </SelectionFrame>
  );
}
