import { useMemo, useState } from 'react';
import type { RowMarks } from '../../ui/data-table/data-table.tsx';
import { extended, NO_SELECTION, type RowSelection, toggled } from './row-selection.ts';

interface MarkedRows<Row> {
  /** Those that are marked, as they are shown. */
  readonly marked: readonly Row[];
  readonly marks: RowMarks;
}

/**
 * Of one list; another question begins without marks. `rows`: as they are shown, often a hundred thousand:
 * nothing walks through them while nothing is marked. `idOf`: the same function every time.
 */
export function useRowMarks<Row>(
  listId: string,
  rows: readonly Row[],
  idOf: (row: Row) => string,
): MarkedRows<Row> {
  const [kept, setKept] = useState({ listId, selection: NO_SELECTION });
  const selection = kept.listId === listId ? kept.selection : NO_SELECTION;
  const { ids } = selection;
  const marked = useMemo(
    () => (ids.size === 0 ? [] : rows.filter((row) => ids.has(idOf(row)))),
    [rows, ids, idOf],
  );
  const marks = useMemo(() => {
    const set = (next: RowSelection) => setKept({ listId, selection: next });
    return {
      isMarked: (index: number) => rows[index] !== undefined && ids.has(idOf(rows[index])),
      hasAny: marked.length > 0,
      isAll: rows.length > 0 && marked.length === rows.length,
      onMark: (index: number, isRange: boolean) => set(toggled(selection, rows.map(idOf), index, isRange)),
      onExtend: (from: number, to: number) => set(extended(selection, rows.map(idOf), from, to)),
      onAll: () => set({ ids: new Set(rows.map(idOf)), anchor: selection.anchor }),
      onNone: () => set(NO_SELECTION),
    };
  }, [listId, rows, idOf, ids, selection, marked]);
  return { marked, marks };
}
