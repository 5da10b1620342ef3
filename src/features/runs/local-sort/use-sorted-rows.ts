import { useEffect, useMemo, useState } from 'react';
import { orderByValue } from '../../../lib/order-by-value.ts';
import type { LocalSort } from '../../../url/screens.ts';
import type { RunRow } from '../run-row.ts';
import { isSlowToOrder, orderInWorker } from './order-in-worker.ts';
import { sortValue } from './sort-value.ts';

interface SortedRows {
  readonly rows: readonly RunRow[];
  /** The order is on its way; the rows stand as they did. */
  readonly isSorting: boolean;
}

interface LateRows {
  readonly listId: string;
  readonly request: object;
  readonly rows: readonly RunRow[];
}

/** Numbers and what repeats are ordered at once, many different texts beside the page. */
export function useSortedRows(
  listId: string,
  loaded: readonly RunRow[],
  sort: LocalSort | undefined,
): SortedRows {
  const request = useMemo(() => {
    if (!sort) return undefined;
    const values = loaded.map((row) => sortValue(row, sort.column));
    return { values, isDescending: sort.isDescending, isSlow: isSlowToOrder(values) };
  }, [loaded, sort]);
  const atOnce = useMemo(() => {
    if (!request || request.isSlow) return loaded;
    return inOrder(loaded, orderByValue(request.values, request.isDescending));
  }, [loaded, request]);
  const [late, setLate] = useState<LateRows>();

  // The outside system is the worker.
  useEffect(() => {
    if (!request?.isSlow) return undefined;
    const { values, isDescending } = request;
    const gone = new AbortController();
    orderInWorker({ values, isDescending }, gone.signal).then(
      (order) => {
        if (!gone.signal.aborted) setLate({ listId, request, rows: inOrder(loaded, order) });
      },
      () => {},
    );
    return () => gone.abort();
  }, [listId, loaded, request]);

  if (!request?.isSlow) return { rows: atOnce, isSorting: false };
  return {
    rows: late?.listId === listId ? late.rows : loaded,
    isSorting: late?.request !== request,
  };
}

const inOrder = (rows: readonly RunRow[], order: Uint32Array): readonly RunRow[] =>
  Array.from(order, (index) => rows[index]!);
