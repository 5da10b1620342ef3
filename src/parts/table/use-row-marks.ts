import { useMemo, useState } from 'react';
import type { RowMarks } from '../../ui/data-table/data-table.tsx';
import { NO_SELECTION, type RowSelection, toggled } from './row-selection.ts';

interface MarkedRows {
  readonly ids: ReadonlySet<string>;
  readonly marks: RowMarks;
}

/** Of one list; another question begins without marks. `order`: ids of the rows as they are shown. */
export function useRowMarks(listId: string, order: readonly string[]): MarkedRows {
  const [kept, setKept] = useState({ listId, selection: NO_SELECTION });
  const selection = kept.listId === listId ? kept.selection : NO_SELECTION;
  const marks = useMemo(() => {
    const set = (next: RowSelection) => setKept({ listId, selection: next });
    return {
      isMarked: (index: number) => selection.ids.has(order[index] ?? ''),
      hasAny: selection.ids.size > 0,
      onMark: (index: number, isRange: boolean) => set(toggled(selection, order, index, isRange)),
      onAll: () => set({ ids: new Set(order), anchor: selection.anchor }),
      onNone: () => set(NO_SELECTION),
    };
  }, [listId, order, selection]);
  return { ids: selection.ids, marks };
}
