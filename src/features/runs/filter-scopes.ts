import type { RunsScreen } from '../../url/screens.ts';

export type FilterName = 'filter' | 'traceFilter' | 'treeFilter';

export interface FilterScope {
  readonly name: FilterName;
  /** Whose properties the filter speaks of. */
  readonly title: string;
  /** LangSmith's name of the argument. */
  readonly argument: string;
  readonly hint: string;
  readonly placeholder: string;
  /** Offered where it says something that the plain filter cannot. */
  readonly isOffered: boolean;
}

/** FILTER-LANGUAGE §8. In a table of traces the plain filter speaks of the row, which is the root. */
export function filterScopes(view: RunsScreen['view']): readonly FilterScope[] {
  return [
    {
      name: 'filter',
      title: view === 'traces' ? 'Trace' : 'Run',
      argument: 'filter',
      hint: view === 'traces' ? 'About the root run of each trace' : 'About each run',
      placeholder: 'Filter, e.g. eq(status, "error")',
      isOffered: true,
    },
    {
      name: 'traceFilter',
      title: 'Root run',
      argument: 'trace_filter',
      hint: 'About the root run of the trace',
      placeholder: 'e.g. and(eq(feedback_key, "user_score"), eq(feedback_score, 1))',
      isOffered: view === 'runs',
    },
    {
      name: 'treeFilter',
      title: 'Any run',
      argument: 'tree_filter',
      hint: 'Some run of the trace must match, at any depth',
      placeholder: 'e.g. eq(name, "ExpandQuery")',
      isOffered: true,
    },
  ];
}
