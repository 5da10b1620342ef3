import { compileQuery } from '../compile/compile-query.ts';
import type { RowTest, Sources } from '../compile/row-test.ts';
import type { Candidates } from '../compile/candidates.ts';
import { LIVE } from './row-state.ts';
import type { TimeOrder } from './time-order.ts';
import type { FindOptions, Row, RowPage, StoreQuery } from './types.ts';

/** Up to here it is quicker to list what an index knows and to sort it than to scan in order. */
const MOST_LISTED = 10_000;

export interface Finder {
  readonly sources: Sources;
  readonly order: TimeOrder;
}

/** Half-open range of places in the ascending order. */
interface Span {
  readonly from: number;
  readonly to: number;
}

export function findRows(finder: Finder, query: StoreQuery, options: FindOptions): RowPage {
  const limit = options.limit ?? Infinity;
  if (limit <= 0) return { rows: [], hasMore: false };
  const rows = finder.order.read();
  const { test, candidates } = compileQuery(finder.sources, query);
  const span = spanOf(finder, query, options);
  // One more than asked tells whether there are more.
  const found =
    candidates && isWorthListing(candidates, rows.length)
      ? listed(finder, candidates, test, rows.subarray(span.from, span.to), options)
      : scanned(rows, span, test, options.order, limit + 1);
  return found.length > limit
    ? { rows: found.slice(0, limit), hasMore: true }
    : { rows: found, hasMore: false };
}

function isWorthListing(candidates: Candidates, rows: number): boolean {
  return candidates.count <= Math.max(MOST_LISTED, rows / 50);
}

/** Pages begin strictly after a position, so runs that arrive meanwhile never shift them. */
function spanOf(
  { order, sources }: Finder,
  query: StoreQuery,
  { after, order: direction }: FindOptions,
): Span {
  const rows = order.read();
  const place = (time: number) => order.lowerBound({ startTime: time, id: '' });
  let from = query.from === undefined ? 0 : place(query.from);
  let to = query.to === undefined ? rows.length : place(query.to);
  if (after) {
    const at = order.lowerBound(after);
    const row = rows[at];
    const { start, ids } = sources.table;
    const isThere = row !== undefined && start[row] === after.startTime && ids[row] === after.id;
    if (direction === 'desc') to = Math.min(to, at);
    else from = Math.max(from, isThere ? at + 1 : at);
  }
  return { from, to: Math.max(from, to) };
}

function scanned(
  rows: Int32Array,
  { from, to }: Span,
  test: RowTest,
  direction: string,
  most: number,
): Row[] {
  const found: Row[] = [];
  if (direction === 'asc') {
    for (let at = from; at < to && found.length < most; at++) if (test(rows[at]!)) found.push(rows[at]!);
  } else {
    for (let at = to - 1; at >= from && found.length < most; at--) if (test(rows[at]!)) found.push(rows[at]!);
  }
  return found;
}

function listed(
  { sources: { table }, order }: Finder,
  candidates: Candidates,
  test: RowTest,
  span: Int32Array,
  { order: direction }: FindOptions,
): Row[] {
  const first = span[0];
  const last = span.at(-1);
  if (first === undefined || last === undefined) return [];
  const found = new Set<Row>();
  candidates.visit((row) => {
    if (row < 0 || table.state[row] !== LIVE || found.has(row)) return;
    if (order.compare(row, first) < 0 || order.compare(row, last) > 0) return;
    if (test(row)) found.add(row);
  });
  const sorted = [...found].toSorted(order.compare);
  return direction === 'asc' ? sorted : sorted.toReversed();
}
