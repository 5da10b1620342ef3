/** Looking for what is new: what is asked, how far, and what was left unread. */
import type { PageRequest, RunPage, RunQuery, TimeWindow } from '../../../contract/api.ts';
import type { RunRow } from '../run-row.ts';
import { type Gap, type LiveRows, rowsById } from './live-rows.ts';
import type { ListSoFar, Look } from './with-look.ts';

/** Milliseconds. Runs arrive late and out of order; so far back is looked again. */
const OVERLAP = 120_000;
/** The client asks for fewer where the server gives fewer (v1: 100). */
const PAGE_SIZE = 1000;
/** Ids that one question may name. */
const IDS = 100;

/** What the list asks for in another window; or these runs, whatever the list asks for. */
export type AskRows = (
  about: Pick<RunQuery, 'window' | 'runIds'>,
  page: PageRequest,
) => Promise<Pick<RunPage<RunRow>, 'rows' | 'nextCursor'>>;

export interface LookRequest {
  readonly ask: AskRows;
  readonly list: ListSoFar;
  /** Of the list. */
  readonly window: TimeWindow;
  readonly live: LiveRows;
  /** Epoch milliseconds of the newest answer so far. */
  readonly seenAt: number;
  /** So many pages at most. */
  readonly pages: number;
  /** Counts the looks: of very many unfinished rows each look asks for others. */
  readonly round: number;
}

/** Newest first, down to a little before what is known; then the unfinished rows that lie further back. */
export async function look(request: LookRequest): Promise<Look> {
  const { ask, list, live, window, pages, round } = request;
  const edge = edgeOf(request);
  const from = edge === undefined ? window.from : Math.max(edge - OVERLAP, window.from ?? -Infinity);
  const read = await readDown(ask, from === undefined ? {} : { from }, pages);
  const rest = pendingIds(rowsOf(list, live), new Set(read.rows.map(({ run }) => run.id)), round);
  const known = await askByIds(ask, rest);
  const gap = gapOf(request, read, edge ?? from ?? 0);
  return { rows: [...read.rows, ...known], wholeFrom: read.wholeFrom, ...(gap ? { gap } : {}) };
}

/** What of the gap was read, and the older part that was not. */
export async function readGap(
  ask: AskRows,
  { from, to, resume }: Gap,
  pages: number,
): Promise<{ readonly rows: readonly RunRow[]; readonly rest: Gap | undefined }> {
  // Windows end before their `to`, a gap ends with it.
  const window = resume?.window ?? { from, to: to + 1 };
  const read = await readDown(ask, window, pages, { cursor: resume?.cursor, downTo: from });
  const rest = read.resume && { from, to: Math.min(to, read.wholeFrom), resume: read.resume };
  return { rows: read.rows, rest };
}

interface ReadDown {
  readonly rows: readonly RunRow[];
  readonly last: readonly RunRow[];
  readonly wholeFrom: number;
  /** Where to go on; undefined when everything was read. */
  readonly resume: Gap['resume'];
}

async function readDown(
  ask: AskRows,
  window: TimeWindow,
  pages: number,
  start: { readonly cursor?: string | undefined; readonly downTo?: number } = {},
): Promise<ReadDown> {
  const { downTo = -Infinity } = start;
  const rows: RunRow[] = [];
  let last: readonly RunRow[] = [];
  let { cursor } = start;
  for (let page = 0; page < pages; page++) {
    const answer = await ask(
      { window },
      { pageSize: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) },
    );
    last = answer.rows;
    rows.push(...last);
    cursor = answer.nextCursor;
    if (cursor === undefined || startOf(last) < downTo)
      return { rows, last, wholeFrom: window.from ?? -Infinity, resume: undefined };
  }
  const wholeFrom = rows.length > 0 ? startOf(rows) : (window.to ?? Infinity);
  return { rows, last, wholeFrom, resume: cursor === undefined ? undefined : { window, cursor } };
}

const startOf = (rows: readonly RunRow[]) => rows.at(-1)?.run.startTime ?? Infinity;

/**
 * Newest of what is known; undefined where the whole window is new. A run whose clock is ahead must not
 * hide those that start before it.
 */
function edgeOf({ list, live, seenAt }: LookRequest): number | undefined {
  const starts = [list.rows, live.shown, live.waiting].flatMap(([first]) => first?.run.startTime ?? []);
  if (starts.length > 0) return Math.min(seenAt, Math.max(...starts));
  return list.isCut ? seenAt : undefined;
}

/** Nothing is missing when the reading met what was known, by its time or by a row. */
function gapOf({ list, live, seenAt }: LookRequest, read: ReadDown, edge: number): Gap | undefined {
  if (!read.resume || read.wholeFrom <= edge) return undefined;
  const listed = rowsById(list.rows);
  const isKnown = ({ run }: RunRow) =>
    listed.has(run.id) || [...live.shown, ...live.waiting].some((row) => row.run.id === run.id);
  return read.last.some(isKnown)
    ? undefined
    : {
        from: edge,
        to: Number.isFinite(read.wholeFrom) ? read.wholeFrom : seenAt,
        resume: read.resume,
      };
}

const rowsOf = ({ rows }: ListSoFar, { shown, waiting, updates }: LiveRows): readonly RunRow[] => [
  ...waiting,
  ...shown,
  ...rows.map((row) => updates[row.run.id] ?? row),
];

function pendingIds(rows: readonly RunRow[], read: ReadonlySet<string>, round: number): readonly RunRow[] {
  const pending = rows.filter(({ run }) => run.status === 'pending' && !read.has(run.id));
  const turns = Math.max(1, Math.ceil(pending.length / IDS));
  const at = (round % turns) * IDS;
  return pending.slice(at, at + IDS);
}

async function askByIds(ask: AskRows, rows: readonly RunRow[]): Promise<readonly RunRow[]> {
  if (rows.length === 0) return [];
  const from = Math.min(...rows.map(({ run }) => run.startTime)) - 1;
  const runIds = rows.map(({ run }) => run.id);
  return (await ask({ runIds, window: { from } }, { pageSize: IDS })).rows;
}
