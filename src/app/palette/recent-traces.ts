/** The traces this person opened lately, by connection, on this browser. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { isRecord } from '../../lib/is-record.ts';

export interface RecentTrace {
  readonly traceId: string;
  readonly projectId?: string;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Per connection. */
const KEPT = 20;

type ByPlace = Readonly<Record<string, readonly RecentTrace[]>>;

export const useRecentTraces = create<{ readonly byPlace: ByPlace }>()(
  persist(() => ({ byPlace: {} as ByPlace }), {
    name: 'runlens:recent-traces',
    version: 1,
    merge: (stored) => ({ byPlace: readRecentTraces(stored) }),
  }),
);

export function rememberTrace(place: string, trace: RecentTrace): void {
  useRecentTraces.setState(({ byPlace }) => ({ byPlace: withTrace(byPlace, place, trace) }));
}

export function withTrace(byPlace: ByPlace, place: string, trace: RecentTrace): ByPlace {
  const others = (byPlace[place] ?? []).filter(({ traceId }) => traceId !== trace.traceId);
  return { ...byPlace, [place]: [trace, ...others].slice(0, KEPT) };
}

/** Storage is written by older versions and by people: an entry that does not fit falls alone. */
export function readRecentTraces(stored: unknown): ByPlace {
  const byPlace = isRecord(stored) ? stored['byPlace'] : undefined;
  if (!isRecord(byPlace)) return {};
  return Object.fromEntries(
    Object.entries(byPlace).flatMap(([place, list]) =>
      Array.isArray(list) ? [[place, list.filter(isRecentTrace).slice(0, KEPT)]] : [],
    ),
  );
}

function isRecentTrace(value: unknown): value is RecentTrace {
  if (!isRecord(value)) return false;
  const { traceId, projectId, name, at } = value;
  return (
    typeof traceId === 'string' &&
    (projectId === undefined || typeof projectId === 'string') &&
    typeof name === 'string' &&
    typeof at === 'number'
  );
}
