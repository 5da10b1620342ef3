import { Copy, ListTree } from 'lucide-react';
import type { ThreadSummary } from '../../contract/api.ts';
import { formatCost } from '../../lib/format-cost.ts';
import { formatCount } from '../../lib/format-count.ts';
import { SelectionFrame } from '../../parts/table/selection-frame.tsx';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { toast } from '../../ui/toast-queue.ts';

interface ThreadSelectionProps {
  readonly threads: readonly ThreadSummary[];
  readonly loadedCount: number;
  readonly onAll: () => void;
  readonly onClear: () => void;
  /** Lists the turns of these threads as traces. */
  readonly onShowTurns: (threadIds: readonly string[]) => void;
}

/** More names than this make a filter that servers may refuse for its length. */
const MOST_IN_A_FILTER = 100;

export function ThreadSelection({ threads, loadedCount, onAll, onClear, onShowTurns }: ThreadSelectionProps) {
  const ids = threads.map(({ threadId }) => threadId);
  const copy = async () => {
    const isCopied = await copyText(ids.join('\n'));
    toast(
      isCopied
        ? `${formatCount(ids.length)} ids are in the clipboard.`
        : 'The browser did not allow copying.',
    );
  };
  return (
    <SelectionFrame
      count={threads.length}
      loadedCount={loadedCount}
      numbers={sums(threads)}
      onAll={onAll}
      onClear={onClear}
    >
      <Button size="sm" icon={Copy} onPress={() => void copy()}>
        Copy ids
      </Button>
      {ids.length <= MOST_IN_A_FILTER && (
        <Button size="sm" icon={ListTree} onPress={() => onShowTurns(ids)}>
          Show their turns
        </Button>
      )}
    </SelectionFrame>
  );
}

/** What no thread tells is left out, not counted as nothing. */
function sums(threads: readonly ThreadSummary[]): readonly string[] {
  const sum = (value: (thread: ThreadSummary) => number | undefined) => {
    const known = threads.flatMap((thread) => value(thread) ?? []);
    return known.length === 0 ? undefined : known.reduce((total, each) => total + each, 0);
  };
  const errors = sum(({ erroredTurns }) => erroredTurns);
  const tokens = sum(({ totalTokens }) => totalTokens);
  const cost = sum(({ totalCost }) => totalCost);
  return [
    `${threads.some(({ isPartial }) => isPartial) ? 'at least ' : ''}${formatCount(sum(({ turns }) => turns))} turns`,
    ...(errors === undefined ? [] : [`${formatCount(errors)} failed`]),
    ...(tokens === undefined ? [] : [`${formatCount(tokens)} tokens`]),
    ...(cost === undefined ? [] : [formatCost(cost)]),
  ];
}
