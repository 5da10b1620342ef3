import { parseChart, printChart } from './chart-text.ts';
import { DEFAULT_VIEW, DEFAULT_WINDOW } from './defaults.ts';
import { parseList, printList } from './list-text.ts';
import type { ParamReader } from './param-reader.ts';
import { parseProject, printProject } from './project-text.ts';
import { parseArguments, printArguments } from './run-arguments-text.ts';
import type { Deployment, RunsScreen } from './screens.ts';
import { parseSort, printSort } from './sort-text.ts';
import { parseWindow, printWindow } from './window-text.ts';

type Params = readonly (readonly [name: string, value: string])[];

const parseView = (text: string) => (text === 'runs' || text === 'traces' ? text : undefined);

type Peek = NonNullable<RunsScreen['peek']>;

const escapeTilde = (id = '') => id.replaceAll('%', '%25').replaceAll('~', '%7E');
const unescapeTilde = (id: string) => id.replaceAll('%7E', '~').replaceAll('%25', '%');

const printPeek = ({ traceId, projectId, rowId, runId, tab }: Peek) =>
  [traceId, projectId, rowId, runId, tab].map(escapeTilde).join('~').replace(/~+$/, '');

function parsePeek(text: string): Peek | undefined {
  const [traceId, projectId, rowId, runId, tab] = text.split('~').map(unescapeTilde);
  if (!traceId) return undefined;
  return {
    traceId,
    ...(projectId && { projectId }),
    ...(rowId && { rowId }),
    ...(runId && { runId }),
    ...(tab && { tab }),
  };
}

export function printRunsParams(screen: RunsScreen): Params {
  const window = printWindow(screen.window);
  return [
    ...screen.projects.map((project) => ['project', printProject(project)] as const),
    ...(screen.view === DEFAULT_VIEW ? [] : [['view', screen.view] as const]),
    ...(window === printWindow(DEFAULT_WINDOW) ? [] : [['window', window] as const]),
    ...(screen.filter ? [['filter', screen.filter] as const] : []),
    ...(screen.traceFilter ? [['trace_filter', screen.traceFilter] as const] : []),
    ...(screen.treeFilter ? [['tree_filter', screen.treeFilter] as const] : []),
    ...printArguments(screen.args),
    ...(screen.columns?.length ? [['columns', printList(screen.columns)] as const] : []),
    ...(screen.sort ? [['sort', printSort(screen.sort)] as const] : []),
    ...(screen.chart ? [['chart', printChart(screen.chart)] as const] : []),
    ...(screen.peek ? [['peek', printPeek(screen.peek)] as const] : []),
    ...(screen.saved ? [['saved', printProject(screen.saved)] as const] : []),
  ];
}

export function parseRunsParams(reader: ParamReader, deployment: Deployment): RunsScreen {
  const columns = reader.parsed('columns', parseList, 'columns');
  const sort = reader.parsed('sort', parseSort, 'sort');
  const chart = reader.parsed('chart', parseChart, 'chart');
  const peek = reader.parsed('peek', parsePeek, 'trace beside the table');
  const saved = reader.parsed('saved', parseProject, 'saved filter');
  return {
    kind: 'runs',
    deployment,
    view: reader.parsed('view', parseView, 'view') ?? DEFAULT_VIEW,
    projects: reader.all('project', parseProject, 'project'),
    window: reader.parsed('window', parseWindow, 'time window') ?? DEFAULT_WINDOW,
    filter: reader.text('filter') ?? '',
    traceFilter: reader.text('trace_filter') ?? '',
    treeFilter: reader.text('tree_filter') ?? '',
    args: parseArguments(reader),
    // A table without columns shows nothing: an empty list means the default ones.
    ...(columns?.length ? { columns } : {}),
    ...(sort ? { sort } : {}),
    ...(chart ? { chart } : {}),
    ...(peek ? { peek } : {}),
    ...(saved ? { saved } : {}),
  };
}
