import type { ReactNode } from 'react';
import { SelectionDock } from '../../../parts/table/selection-dock.tsx';
import type { RowMarks } from '../../../ui/data-table/data-table.tsx';
import { LazyPart } from '../../../ui/lazy-part.tsx';
import type { RunRow } from '../run-row.ts';

interface SelectionPartProps {
  readonly marked: readonly RunRow[];
  readonly marks: RowMarks;
  readonly loadedCount: number;
  readonly isSubtree: boolean;
  readonly onFilter: (runIds: readonly string[]) => void;
  readonly onCleared: () => void;
  readonly renderDownload: (selection: {
    readonly runIds: readonly string[];
    readonly traceIds: readonly string[];
  }) => ReactNode;
}

const loadSelectionBar = () => import('./selection-bar.tsx').then(({ SelectionBar }) => SelectionBar);

export function SelectionPart(props: SelectionPartProps) {
  const { marked, marks, onCleared, renderDownload, ...rest } = props;
  if (marked.length === 0) return undefined;
  return (
    <SelectionDock>
      <LazyPart
        name="selection"
        loader={loadSelectionBar}
        props={{
          ...rest,
          rows: marked,
          onAll: marks.onAll,
          onClear: () => {
            marks.onNone();
            onCleared();
          },
          download: renderDownload({
            runIds: marked.map(({ run }) => run.id),
            traceIds: [...new Set(marked.map(({ run }) => run.traceId))],
          }),
        }}
      />
    </SelectionDock>
  );
}
