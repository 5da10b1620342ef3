/** The questions this person asked lately, on this browser, kept once they were answered. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { isStepTo } from './is-step-to.ts';
import type { RunsScreen } from '../../../url/screens.ts';

export interface RecentFilter {
  readonly projectIds: readonly string[];
  readonly view: RunsScreen['view'];
  readonly filter: string;
  readonly traceFilter: string;
  readonly treeFilter: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Of each project; the list says so. One busy project takes no place from another. */
export const KEPT = 50;
/** Of all together, for the browser's sake: 10 busy projects. */
const KEPT_IN_ALL = 500;

interface RecentFilters {
  readonly recent: readonly RecentFilter[];
  readonly remember: (asked: RecentFilter) => void;
  readonly clear: () => void;
}

export const useRecentFilters = create<RecentFilters>()(
  persist(
    (set) => ({
      recent: [],
      remember: (asked) => set(({ recent }) => ({ recent: withAsked(recent, asked) })),
      clear: () => set({ recent: [] }),
    }),
    {
      name: 'runlens:recent-filters',
      version: 1,
      partialize: ({ recent }) => ({ recent }),
      merge: (stored, current) => ({ ...current, recent: readRecent(stored) }),
    },
  ),
);

export function withAsked(recent: readonly RecentFilter[], asked: RecentFilter): readonly RecentFilter[] {
  const key = questionKey(asked);
  const [last] = recent;
  const before = last && isStepTo(asked, last) ? recent.slice(1) : recent;
  return latestOfEach([asked, ...before.filter((each) => questionKey(each) !== key)]);
}

/** One that was asked of several projects stays as long as it is among the latest of one of them. */
function latestOfEach(recent: readonly RecentFilter[]): readonly RecentFilter[] {
  const counts = new Map<string, number>();
  return recent
    .filter(({ projectIds }) => {
      const places = projectIds.map((id) => (counts.get(id) ?? 0) + 1);
      projectIds.forEach((id, index) => counts.set(id, places[index]!));
      return places.some((place) => place <= KEPT);
    })
    .slice(0, KEPT_IN_ALL);
}

export function recentOf(recent: readonly RecentFilter[], projectIds: readonly string[]) {
  return recent.filter((each) => each.projectIds.some((id) => projectIds.includes(id)));
}

function questionKey({ projectIds, view, filter, traceFilter, treeFilter }: RecentFilter): string {
  return JSON.stringify([[...projectIds].toSorted(), view, filter, traceFilter, treeFilter]);
}

/** Storage is written by older versions and by people: an entry that does not fit falls alone. */
export function readRecent(stored: unknown): readonly RecentFilter[] {
  const list = (stored as { recent?: unknown } | null | undefined)?.recent;
  return Array.isArray(list) ? latestOfEach(list.filter(isRecentFilter)) : [];
}

function isRecentFilter(value: unknown): value is RecentFilter {
  if (typeof value !== 'object' || value === null) return false;
  const { projectIds, view, filter, traceFilter, treeFilter, at } = value as Record<string, unknown>;
  return (
    Array.isArray(projectIds) &&
    projectIds.every((id) => typeof id === 'string') &&
    (view === 'runs' || view === 'traces') &&
    [filter, traceFilter, treeFilter].every((text) => typeof text === 'string') &&
    typeof at === 'number'
  );
}
