import type { RunQuery, TimeWindow } from '../../contract/api.ts';
import type { RunsScreen } from '../../url/screens.ts';

/** Exactly what is asked of the server for a screen. Blank filters are no filters. */
export function runQueryOf(screen: RunsScreen, window: TimeWindow): RunQuery {
  const { limit: _limit, select: _select, ...args } = screen.args;
  const texts = {
    filter: screen.filter.trim(),
    traceFilter: screen.traceFilter.trim(),
    treeFilter: screen.treeFilter.trim(),
  };
  const asked = Object.entries({ ...texts, ...args }).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  // A table of traces is a table of roots already; the argument would only narrow the server's choice.
  const given = screen.view === 'traces' ? asked.filter(([name]) => name !== 'isRoot') : asked;
  return { projectIds: screen.projects.map((project) => project.id), window, ...Object.fromEntries(given) };
}

/** The same query over the runs that the table's rows stand for: traces are counted by their roots. */
export const statsQueryOf = (screen: RunsScreen, query: RunQuery): RunQuery =>
  screen.view === 'traces' ? { ...query, isRoot: true } : query;
